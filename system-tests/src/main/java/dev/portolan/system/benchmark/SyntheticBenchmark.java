package dev.portolan.system.benchmark;

import dev.portolan.system.data.Synthetic;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The data on which Backstage was measured: 20,000 entities. */
final class SyntheticBenchmark {
  /** Seconds that Backstage needs for the same, see docs/benchmarks.md. */
  private static final double BACKSTAGE = 181;

  private SyntheticBenchmark() {}

  static void run(Platform platform) throws Exception {
    byte[] entities = Synthetic.json();
    // Every JVM fresh: what the sample organisation has warmed is gone.
    platform.down();
    platform.up();
    double fresh = secondsToLoad(platform, "synthetic", entities);
    double again = secondsToLoad(platform, "synthetic", entities);
    double warm = secondsToLoad(platform, "warm", elsewhere(entities));
    double raw = RawGraph.of(platform).secondsToWrite(entities);
    new Table("20,000 entities, to the last reader", "seconds", "entities/s", "of raw", "Backstage")
        .row("every JVM fresh", fresh, 20_000 / fresh, fresh / raw, BACKSTAGE / fresh)
        .row("warm", warm, 20_000 / warm, warm / raw, BACKSTAGE / warm)
        .row("the same again, all unchanged", again, 20_000 / again, again / raw, "")
        .row("raw: nodes and edges into the same Neo4j", raw, 20_000 / raw, 1.0, "")
        .print();
    Freshness.print(platform);
    Questions.print(platform);
    System.out.println(platform.portolan("status", "--data", platform.data().toString()).text());
  }

  /** The same organisation under another namespace. */
  private static byte[] elsewhere(byte[] entities) {
    return new String(entities, StandardCharsets.UTF_8)
        .replace(":default/", ":warm/")
        .replace("\"namespace\":\"default\"", "\"namespace\":\"warm\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static double secondsToLoad(Platform platform, String source, byte[] entities)
      throws InterruptedException {
    URI target = platform.entitiesOf(source);
    long begun = System.nanoTime();
    Http.Answer answer = Http.post(target, "application/json", entities);
    if (answer.status() != 200 || answer.json().path("rejected").asInt() > 0) {
      throw new IllegalStateException("The load failed: " + answer);
    }
    double committed = (System.nanoTime() - begun) / 1e9;
    new Readers(platform).awaitAll();
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%s: committed after %.1f s, everywhere after %.1f s%n", source, committed, seconds);
    return seconds;
  }
}
