package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
  @TempDir Path data;

  @Test
  void aNewStackInventsItsPasswordsAndKeepsThem() throws IOException {
    Passwords first = Passwords.of(settings(Map.of()));
    assertThat(first.neo4j()).hasSizeGreaterThanOrEqualTo(24).isNotEqualTo(first.postgres());
    assertThat(Passwords.of(settings(Map.of()))).isEqualTo(first);
  }

  @Test
  void onlyTheOwnerMayReadThem() throws IOException {
    Passwords.of(settings(Map.of()));
    Path file = data.resolve("passwords.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theEnvironmentsPasswordGoesFirst() throws IOException {
    Passwords passwords = Passwords.of(settings(Map.of("PORTOLAN_NEO4J_PASSWORD", "of my own")));
    assertThat(passwords.neo4j()).isEqualTo("of my own");
  }

  @Test
  void noLogShowsThem() throws IOException {
    Passwords passwords = Passwords.of(settings(Map.of()));
    assertThat(passwords.toString()).doesNotContain(passwords.neo4j(), passwords.postgres());
  }

  private StackSettings settings(Map<String, String> environment) {
    return StackSettings.from(environment, Path.of("."), data);
  }
}
