package dev.portolan.gateway.whatif.graphql;

import dev.portolan.gateway.whatif.DryRun;
import dev.portolan.gateway.whatif.GraphAnswer;
import dev.portolan.gateway.whatif.GraphQuestion;
import dev.portolan.gateway.whatif.ScorecardChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A dry run, and what follows from it; each service is asked when the first field wants its part,
 * and once.
 */
record WhatIf(
    DryRun run,
    GraphQuestion question,
    Supplier<CompletableFuture<GraphAnswer>> graph,
    Supplier<CompletableFuture<List<ScorecardChange>>> standings) {

  public List<DryRun.Change> changes() {
    return run.changes();
  }

  public int unchanged() {
    return run.unchanged();
  }

  public List<Object> rejected() {
    return run.rejected();
  }

  public List<Object> notes() {
    return run.notes();
  }

  public @Nullable String held() {
    return run.held();
  }
}
