package dev.portolan.scorecard.initiative;

import dev.portolan.events.EntityRef;
import java.util.List;

/**
 * What an entity has still to do for an initiative.
 *
 * @param owners who owns it
 * @param rules the ids of the initiative's rules that it does not keep
 */
public record Remainder(EntityRef entity, List<EntityRef> owners, List<String> rules) {}
