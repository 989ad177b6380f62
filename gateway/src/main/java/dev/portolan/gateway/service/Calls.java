package dev.portolan.gateway.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls to services that run beside each other, so that one answer waits for the slowest only. */
public final class Calls {
  private final Executor executor;

  /**
   * Runs every call on this executor.
   *
   * @param executor gives each call a thread at once; how many may run is each service's bound
   */
  public Calls(Executor executor) {
    this.executor = executor;
  }

  /** Starts a call; the future fails with what the call throws. */
  public <T extends @Nullable Object> CompletableFuture<T> start(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, executor);
  }
}
