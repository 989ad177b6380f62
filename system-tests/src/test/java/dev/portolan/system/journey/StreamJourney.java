package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody follows the catalog with the few lines that docs/event-stream.md shows. */
@ExtendWith(OnPlatform.class)
class StreamJourney {
  private static final String QUIET =
      "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider";

  @TempDir Path folder;

  @Test
  void whoReadsTheTopicFromTheBeginningEndsWithExactlyTheEntitiesOfTheCatalog(Platform platform)
      throws Exception {
    new Source(platform, "short-lived").has("stays", "goes");
    Http.delete(platform.entitiesOf("short-lived").resolve("entities/component:default/goes"));
    platform.await();
    Set<String> catalog = Stores.of(platform).postgres().keySet();
    assertThat(catalog)
        .contains("component:default/stays")
        .doesNotContain("component:default/goes");
    Path output = folder.resolve("followed.txt");
    Process follower = follow(platform, output);
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(living(output)).isEqualTo(catalog));
    } finally {
      follower.destroyForcibly();
    }
  }

  private Process follow(Platform platform, Path output) throws IOException {
    Path program = folder.resolve("Follow.java");
    Files.writeString(
        program, programOfTheDocuments().replace("127.0.0.1:19092", platform.kafka()));
    String libraries =
        Files.readString(Repository.root().resolve("gateway/target/runtime.classpath")).strip();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, QUIET, "-cp", libraries, program.toString())
        .redirectErrorStream(false)
        .redirectOutput(output.toFile())
        .redirectError(folder.resolve("errors.txt").toFile())
        .start();
  }

  private static String programOfTheDocuments() throws IOException {
    String page = Files.readString(Repository.root().resolve("docs/event-stream.md"));
    int begin = page.indexOf("```java\n") + "```java\n".length();
    return page.substring(begin, page.indexOf("```", begin));
  }

  /** The keys whose last line brings a state, as the page says. */
  private static Set<String> living(Path output) throws IOException {
    Set<String> living = new HashSet<>();
    String lines = Files.readString(output);
    // What comes after the last end of a line is still being written.
    lines
        .substring(0, lines.lastIndexOf('\n') + 1)
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              if (line.substring(tab + 1).equals("null")) {
                living.remove(line.substring(0, tab));
              } else {
                living.add(line.substring(0, tab));
              }
            });
    return living;
  }
}
