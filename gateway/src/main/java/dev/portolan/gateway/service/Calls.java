package dev.portolan.gateway.service;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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

  /**
   * Makes a call for each of many where no call answers for all; the first that fails ends the
   * rest.
   *
   * @param atOnce how many may be under way together
   */
  public <K, V> CompletableFuture<Map<K, V>> each(
      Collection<K> keys, int atOnce, Function<K, V> call) {
    Queue<K> waiting = new ConcurrentLinkedQueue<>(keys);
    Map<K, V> answers = new ConcurrentHashMap<>();
    CompletableFuture<?>[] callers =
        IntStream.range(0, Math.min(atOnce, keys.size()))
            .mapToObj(caller -> start(() -> answerAll(waiting, answers, call)))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(callers).thenApply(done -> answers);
  }

  private static <K, V> int answerAll(Queue<K> waiting, Map<K, V> answers, Function<K, V> call) {
    try {
      for (K key = waiting.poll(); key != null; key = waiting.poll()) {
        answers.put(key, call.apply(key));
      }
      return answers.size();
    } catch (RuntimeException e) {
      waiting.clear();
      throw e;
    }
  }
}
