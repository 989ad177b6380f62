package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.events.EntityChanged;
import dev.portolan.system.data.ChangeLog;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Two ingestion-services read the same sources, and one of them is killed. */
@ExtendWith(OnPlatform.class)
class TwoInstancesJourney {
  private static final List<String> SOURCES = List.of("twins-a", "twins-b", "twins-c");
  private static final int COMPONENTS = 60;
  private static final int ROUNDS = 12;
  private static final int KILLED_IN = 5;

  @Test
  void noSyncRunsTwiceAndNoEventIsLostOrDoubled(Platform platform) throws IOException {
    for (String source : SOURCES) {
      write(platform, source, 0);
      define(platform.http(Part.INGESTION_SERVICE), source, readingFolder(platform, source));
    }
    try (ServiceProcess second =
        ServiceProcess.start(
            platform,
            Part.INGESTION_SERVICE,
            "dev.portolan.ingestion.IngestionService",
            "second-ingestion.log",
            Map.of("PORTOLAN_FOLDERS", OnPlatform.folders(platform.data()).toString()))) {
      await().atMost(Duration.ofMinutes(1)).until(second::isHealthy);
      List<URI> both = List.of(platform.http(Part.INGESTION_SERVICE), second.address());
      for (int round = 1; round <= ROUNDS; round++) {
        for (String source : SOURCES) {
          write(platform, source, round);
          both.parallelStream().forEach(instance -> sync(instance, source));
        }
        if (round == KILLED_IN) {
          platform.killMinusNine(Part.INGESTION_SERVICE);
        }
        awaitRead(second.address(), round);
      }
      platform.up();
      for (String source : SOURCES) {
        define(second.address(), source, "{\"adapter\": \"push\"}");
        assertNoSyncRanBesideAnother(second.address(), source);
      }
    }
    platform.await();

    Map<String, List<EntityChanged>> changes =
        ChangeLog.of(platform).of("twins-").entries().stream()
            .map(ChangeLog.Entry::change)
            .collect(Collectors.groupingBy(change -> change.ref().toString()));
    assertThat(changes).hasSize(SOURCES.size() * COMPONENTS);
    changes.forEach(
        (ref, versions) -> {
          assertThat(versions)
              .as(ref)
              .extracting(EntityChanged::version)
              .containsExactlyElementsOf(
                  LongStream.rangeClosed(1, versions.size()).boxed().toList());
          assertThat(Objects.requireNonNull(versions.getLast().entity()).description())
              .as(ref)
              .isEqualTo("Round " + ROUNDS);
        });
  }

  /** A sync that the killed instance ran is found to be over, and the other one reads again. */
  private static void awaitRead(URI instance, int round) {
    for (String source : SOURCES) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                sync(instance, source);
                JsonNode entity =
                    Http.get(
                            instance.resolve(
                                "/api/entities/component/default/%s-%d?asOf=%s"
                                    .formatted(source, COMPONENTS - 1, Instant.now())))
                        .json();
                return entity.at("/entity/description").asString("").equals("Round " + round);
              });
    }
  }

  /** Refused while it is being read, by whichever instance. */
  private static void sync(URI instance, String source) {
    try {
      Http.post(instance.resolve("/api/sources/" + source + "/sync"), "application/json", "");
    } catch (RuntimeException e) {
      // Nobody answers at the one that was killed.
    }
  }

  private static void assertNoSyncRanBesideAnother(URI instance, String source) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> syncs(instance, source).stream().allMatch(sync -> sync.has("endedAt")));
    List<JsonNode> oldestFirst = syncs(instance, source).reversed();
    assertThat(oldestFirst).hasSizeGreaterThan(ROUNDS);
    for (int i = 1; i < oldestFirst.size(); i++) {
      assertThat(moment(oldestFirst.get(i), "startedAt"))
          .isAfterOrEqualTo(moment(oldestFirst.get(i - 1), "endedAt"));
    }
  }

  private static List<JsonNode> syncs(URI instance, String source) {
    return Http.get(instance.resolve("/api/sources/" + source + "/syncs?first=500"))
        .json()
        .path("syncs")
        .valueStream()
        .toList();
  }

  private static Instant moment(JsonNode sync, String field) {
    return Instant.parse(sync.path(field).asString());
  }

  private static void define(URI instance, String source, String as) {
    Http.Answer answer =
        Http.put(instance.resolve("/api/sources/" + source), "application/json", as);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
  }

  private static String readingFolder(Platform platform, String source) {
    return """
        {"adapter": "folder", "schedule": "PT10S", "configuration": {"path": "%s"}}"""
        .formatted(folder(platform, source));
  }

  private static Path folder(Platform platform, String source) {
    return OnPlatform.folders(platform.data()).resolve(source);
  }

  /** In one move, so that nobody reads half a file. */
  private static void write(Platform platform, String source, int round) throws IOException {
    Path folder = Files.createDirectories(folder(platform, source));
    String text =
        IntStream.range(0, COMPONENTS)
            .mapToObj(
                i ->
                    Source.component(source + "-" + i)
                        .replace("\"name\"", "\"description\":\"Round " + round + "\",\"name\""))
            .collect(Collectors.joining("\n---\n"));
    Path written = Files.writeString(folder.resolve("written.tmp"), text);
    Files.move(
        written,
        folder.resolve("catalog-info.yaml"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
