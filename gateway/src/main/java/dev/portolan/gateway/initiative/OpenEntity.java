package dev.portolan.gateway.initiative;

import dev.portolan.events.EntityRef;
import java.util.List;

/** What an entity has still to do, and who owns it. */
public record OpenEntity(EntityRef entity, List<EntityRef> owners, List<String> rules) {}
