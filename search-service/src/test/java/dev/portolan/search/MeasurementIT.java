package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints how quick indexing and searching are, and asserts nothing about it. Runs when {@code
 * PORTOLAN_MEASURE} names a file of descriptors, a JSON array compressed by gzip.
 */
@EnabledIfEnvironmentVariable(named = "PORTOLAN_MEASURE", matches = ".+")
class MeasurementIT {
  private static final int WARM_UP = 200;
  private static final int SAMPLES = 400;

  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  @Test
  void measures() throws Exception {
    EntityChanged[] entities = entities(Path.of(System.getenv("PORTOLAN_MEASURE")));
    try (RunningSearch search = RunningSearch.prepared(servers)) {
      search.publish(entities).start();
      long start = System.nanoTime();
      search.caughtUp();
      double seconds = (System.nanoTime() - start) / 1e9;
      assertThat(search.count()).isEqualTo(entities.length);
      print(
          "indexed %d in %.1f s: %.0f/s"
              .formatted(entities.length, seconds, entities.length / seconds));

      for (String text : List.of("payment", "pay", "payment api team", "paymnet", "")) {
        String body = "{\"text\":\"%s\",\"first\":25}".formatted(text);
        sample(search, body, WARM_UP);
        for (int clients : new int[] {1, 8}) {
          report("'" + text + "', " + clients + " clients", search, body, clients);
        }
      }
      visibility(search);
    }
  }

  private static void report(String name, RunningSearch search, String body, int clients)
      throws Exception {
    List<Double> millis = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
      List<Future<List<Double>>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        running.add(executor.submit(() -> sample(search, body, SAMPLES / clients)));
      }
      for (Future<List<Double>> client : running) {
        millis.addAll(client.get());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    print("%s: %s, %.0f/s".formatted(name, percentiles(millis), millis.size() / seconds));
  }

  private static List<Double> sample(RunningSearch search, String body, int samples) {
    List<Double> millis = new ArrayList<>(samples);
    for (int i = 0; i < samples; i++) {
      long start = System.nanoTime();
      search.post("/api/search", body);
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return millis;
  }

  private static void visibility(RunningSearch search) {
    List<Double> millis = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      String title = "edit" + i + "x";
      long start = System.nanoTime();
      search.publish(component("edited").titled(title).version(i));
      while (search.found(title).isEmpty()) {
        Thread.onSpinWait();
      }
      millis.add((System.nanoTime() - start) / 1e6);
    }
    print("from the topic to found: " + percentiles(millis));
  }

  private static String percentiles(List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    return "least %.1f ms, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms"
        .formatted(
            sorted.getFirst(),
            sorted.get(sorted.size() / 2),
            sorted.get((int) (sorted.size() * 0.95)),
            sorted.get((int) (sorted.size() * 0.99)));
  }

  private static EntityChanged[] entities(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return JsonMapper.shared()
          .readTree(in)
          .valueStream()
          .map(Descriptors::created)
          .toArray(EntityChanged[]::new);
    }
  }

  private static void print(String measured) {
    System.out.println("MEASURED " + measured);
  }
}
