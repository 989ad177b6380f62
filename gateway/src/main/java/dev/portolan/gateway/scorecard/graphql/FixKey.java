package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;

/** What to mend of which entity, and how much of it to name. */
record FixKey(EntityRef entity, int first) {}
