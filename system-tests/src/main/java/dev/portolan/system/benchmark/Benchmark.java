package dev.portolan.system.benchmark;

import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs benchmarks: {@code system-tests/benchmark load questions ...}. Each begins with a platform
 * of its own that was never used, so that a figure does not depend on what ran before.
 */
public final class Benchmark {
  private Benchmark() {}

  /** Runs those that are named, all of them when none is. */
  public static void main(String... names) throws Exception {
    List<String> wanted =
        names.length == 0
            ? List.of("load", "debian", "impact", "rebuild", "search", "scorecards", "cmdb")
            : List.of(names);
    for (String name : wanted) {
      Path data = Repository.root().resolve("system-tests/target/benchmark");
      Platform platform = CmdbBenchmark.allowed(Platform.onFreePorts(data));
      platform.portolan("down", "--data", data.toString());
      deleteBelow(data);
      if (name.equals("scorecards")) {
        // Its hundred rules are to be the only ones: the sample's would be evaluated with them.
        Files.createDirectories(data);
        Files.createFile(data.resolve("sample-loaded"));
      }
      platform.up();
      try {
        run(name, platform);
      } finally {
        platform.down();
      }
    }
  }

  private static void run(String name, Platform platform) throws Exception {
    switch (name) {
      case "load" -> SyntheticBenchmark.run(platform);
      case "debian" -> DebianBenchmark.run(platform);
      case "impact" -> ImpactBenchmark.run(platform);
      case "rebuild" -> RebuildBenchmark.run(platform);
      case "search" -> SearchBenchmark.run(platform);
      case "scorecards" -> ScorecardBenchmark.run(platform);
      case "cmdb" -> CmdbBenchmark.run(platform);
      default ->
          throw new IllegalArgumentException(
              name + ": there are load, debian, impact, rebuild, search, scorecards and cmdb");
    }
  }

  private static void deleteBelow(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
