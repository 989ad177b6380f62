package dev.portolan.gateway.relation.graphql;

import dev.portolan.gateway.relation.RelationPage;
import java.util.concurrent.CompletableFuture;

/** A page of relations that has been asked for, and fails for itself alone. */
record ComingPage(CompletableFuture<RelationPage> page) {}
