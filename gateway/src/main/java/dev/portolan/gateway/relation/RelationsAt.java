package dev.portolan.gateway.relation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question about relations and the moment that it is about.
 *
 * @param asOf null for now
 */
public record RelationsAt(RelationQuestion question, @Nullable Instant asOf) {}
