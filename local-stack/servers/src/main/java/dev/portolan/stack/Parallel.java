package dev.portolan.stack;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same done to several servers at once; what fails for one does not stop the others. */
final class Parallel {
  /** What is done to one server. */
  @FunctionalInterface
  interface Work {
    void on(Server server) throws IOException, InterruptedException;
  }

  private Parallel() {}

  /**
   * Tells the listener of each failure as it happens.
   *
   * @throws StackException with the reasons of all that failed, once where it is the same
   */
  static void forEach(Collection<Server> servers, Consumer<StackEvent> listener, Work work) {
    Map<Server, Future<@Nullable String>> results = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Server server : servers) {
        results.put(server, threads.submit(() -> attempt(server, listener, work)));
      }
    }
    List<String> reasons =
        results.values().stream()
            .map(Parallel::outcome)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!reasons.isEmpty()) {
      throw new StackException(reasons.stream().collect(Collectors.joining("\n")));
    }
  }

  /** Answers why it failed, or null. */
  private static @Nullable String attempt(Server server, Consumer<StackEvent> listener, Work work)
      throws InterruptedException {
    try {
      work.on(server);
      return null;
    } catch (StackException e) {
      return tell(server, listener, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return tell(server, listener, server.title() + ": " + e);
    }
  }

  private static String tell(Server server, Consumer<StackEvent> listener, String reason) {
    listener.accept(new StackEvent.Failed(server, reason));
    return reason;
  }

  private static @Nullable String outcome(Future<@Nullable String> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
