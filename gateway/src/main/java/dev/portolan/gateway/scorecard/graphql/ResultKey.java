package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;

/** Which result. */
record ResultKey(EntityRef scorecard, EntityRef entity) {}
