package dev.portolan.gateway.dryrun;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import org.jspecify.annotations.Nullable;

/** The state that an entity is supposed to have; null when it is supposed not to exist. */
public record State(EntityRef ref, @Nullable Entity entity) {}
