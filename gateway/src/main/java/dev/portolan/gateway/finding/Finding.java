package dev.portolan.gateway.finding;

import dev.portolan.events.EntityRef;
import java.util.List;

/**
 * Something that was found.
 *
 * @param ref the entity that it is about
 * @param weight how much it is, in the unit of its kind
 * @param related the others that have a part in it
 */
public record Finding(FindingKind kind, EntityRef ref, double weight, List<EntityRef> related) {}
