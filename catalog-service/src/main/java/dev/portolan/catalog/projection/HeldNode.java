package dev.portolan.catalog.projection;

import java.util.Map;
import java.util.Set;

/**
 * What the graph holds of a reference.
 *
 * @param version the version of the entity, also when it was deleted; 0 when the reference is only
 *     pointed at
 * @param outgoing all edges that go from it, whoever declares them
 * @param declaredAsTarget the edges to it that it declares itself
 */
public record HeldNode(
    long version, Map<Edge, Declarations> outgoing, Set<Edge> declaredAsTarget) {}
