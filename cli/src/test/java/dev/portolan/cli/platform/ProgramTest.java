package dev.portolan.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  @TempDir Path root;

  @Test
  void whatWasNeverBuiltIsSaidWithTheWayToBuildIt() {
    assertThatThrownBy(() -> program().classPath())
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("gateway is not built")
        .hasMessageContaining("./mvnw");
  }

  @Test
  void anotherJarOrAnotherAddressIsAnotherProgram() throws IOException {
    build("one");
    String before = program().fingerprint(Map.of("PORTOLAN_KAFKA", "a:1"));
    assertThat(program().fingerprint(Map.of("PORTOLAN_KAFKA", "b:1"))).isNotEqualTo(before);
    build("two");
    assertThat(program().fingerprint(Map.of("PORTOLAN_KAFKA", "a:1"))).isNotEqualTo(before);
  }

  @Test
  void theSameJarBuiltAgainIsTheSameProgram() throws IOException {
    build("one");
    String before = program().fingerprint(Map.of());
    build("one");
    assertThat(program().fingerprint(Map.of())).isEqualTo(before);
  }

  @Test
  void ofPasswordsNoTraceIsKept() throws IOException {
    build("one");
    assertThat(program().fingerprint(Map.of("PORTOLAN_NEO4J_PASSWORD", "secret")))
        .isEqualTo(program().fingerprint(Map.of()));
  }

  private Program program() {
    return new Program(Service.GATEWAY, root);
  }

  private void build(String content) throws IOException {
    Path target = Files.createDirectories(root.resolve("gateway/target"));
    Files.writeString(target.resolve("gateway-0.1.0-SNAPSHOT.jar"), content);
    Files.writeString(target.resolve("runtime.classpath"), "/m2/library-1.0.jar\n");
  }
}
