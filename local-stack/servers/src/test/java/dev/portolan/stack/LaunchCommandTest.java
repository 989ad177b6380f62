package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchCommandTest {
  @TempDir Path repository;

  @Test
  void aLauncherIsStartedFromItsJarAndTheClassPathThatItsBuildWrote() throws IOException {
    build("neo4j");
    List<String> command = LaunchCommand.of(Server.NEO4J, settings(Map.of()));
    Path target = repository.resolve("local-stack/neo4j-server/target");
    assertThat(command)
        .contains(target.resolve("neo4j-server-0.1.0-SNAPSHOT.jar") + ":/a.jar:/b.jar")
        .endsWith(
            "dev.portolan.stack.neo4j.Neo4jLauncher",
            repository.resolve("data/neo4j").toString(),
            "127.0.0.1",
            "17687");
  }

  @Test
  void aHeapFromTheEnvironmentComesAfterOurs() throws IOException {
    build("kafka");
    List<String> command =
        LaunchCommand.of(Server.KAFKA, settings(Map.of("PORTOLAN_KAFKA_HEAP", "2g")));
    assertThat(command.indexOf("-Xmx2g")).isGreaterThan(command.indexOf("-Xmx384m"));
  }

  @Test
  void noPasswordStandsOnTheCommandLine() throws IOException {
    build("postgres");
    List<String> command =
        LaunchCommand.of(
            Server.POSTGRES, settings(Map.of("PORTOLAN_POSTGRES_PASSWORD", "hunter-2")));
    assertThat(command).noneMatch(word -> word.contains("hunter-2"));
  }

  private void build(String server) throws IOException {
    Path target = repository.resolve("local-stack/" + server + "-server/target");
    Files.createDirectories(target);
    Files.createFile(target.resolve(server + "-server-0.1.0-SNAPSHOT.jar"));
    Files.createFile(target.resolve(server + "-server-0.1.0-SNAPSHOT-sources.jar"));
    Files.writeString(target.resolve("runtime.classpath"), "/a.jar:/b.jar");
  }

  private StackSettings settings(Map<String, String> environment) {
    return StackSettings.from(environment, repository, repository.resolve("data"));
  }
}
