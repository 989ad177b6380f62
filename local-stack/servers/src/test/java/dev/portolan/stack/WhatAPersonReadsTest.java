package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatAPersonReadsTest {
  @TempDir Path folder;

  @Test
  void progressIsOneAlignedLineForEachServer() {
    assertThat(
            new StackEvent.Ready(Server.KAFKA, "127.0.0.1:19092", Duration.ofMillis(4_240)).line())
        .isEqualTo("Kafka          ready on 127.0.0.1:19092 after 4.2 s");
    assertThat(new StackEvent.Starting(Server.ELASTICSEARCH, "127.0.0.1:19200", 7).line())
        .isEqualTo("Elasticsearch  starting on 127.0.0.1:19200 (process 7)");
  }

  @Test
  void aDeathIsToldWithTheEndOfTheLogAndWithoutThePlacesInTheCode() throws IOException {
    Path log = folder.resolve("kafka.log");
    Files.writeString(
        log,
        """
        java.lang.IllegalStateException: the reason
        \tat dev.portolan.Some.where(Some.java:1)
        Caused by: java.io.IOException: the reason of the reason
        \tat dev.portolan.Some.where(Some.java:2)
        \t... 17 more
        """);
    assertThat(Obituary.of(Server.KAFKA, 1, log))
        .isEqualTo(
            """
            Kafka died while it started (exit code 1). The end of %s:
                java.lang.IllegalStateException: the reason
                Caused by: java.io.IOException: the reason of the reason"""
                .formatted(log));
  }

  @Test
  void aKilledServerIsNotSaidToHaveFailed() throws IOException {
    assertThat(Obituary.of(Server.NEO4J, 137, folder.resolve("none.log")))
        .contains("killed, perhaps by the system for want of memory");
  }

  @Test
  void tooLittleMemoryIsSaidInOneLine() {
    assertThatThrownBy(() -> Memory.requireThat(900_000_000L, 2_150_000_000L))
        .hasMessage(
            "Too little memory: what is to start takes about 2150 MB, and 900 MB are available."
                + " End another program first.");
  }

  @Test
  void aLauncherThatIsNotBuiltIsSaidWithTheCommandThatBuildsIt() {
    StackSettings settings = StackSettings.from(Map.of(), folder, folder.resolve("data"));
    assertThatThrownBy(() -> LaunchCommand.of(Server.NEO4J, settings))
        .hasMessageContaining("Neo4j is not built")
        .hasMessageContaining("./mvnw package -pl local-stack/neo4j-server -am");
  }
}
