package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackSettingsTest {
  @Test
  void whatNobodySetsIsTheDocumentedPortOnLoopback() {
    StackSettings settings = from(Map.of());
    assertThat(settings.endpoint(Server.KAFKA)).isEqualTo("127.0.0.1:19092");
    assertThat(settings.endpoint(Server.NEO4J)).isEqualTo("127.0.0.1:17687");
    assertThat(settings.endpoint(Server.ELASTICSEARCH)).isEqualTo("127.0.0.1:19200");
    assertThat(settings.endpoint(Server.POSTGRES)).isEqualTo("127.0.0.1:15432");
  }

  @Test
  void aVariableSetsAPort() {
    assertThat(from(Map.of("PORTOLAN_POSTGRES_PORT", " 5432 ")).port(Server.POSTGRES))
        .isEqualTo(5432);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "0", "-1", "65536", "19092,19093"})
  void whatIsNoPortIsRefusedByTheNameOfItsVariable(String text) {
    assertThatThrownBy(() -> from(Map.of("PORTOLAN_KAFKA_PORT", text)))
        .hasMessage("PORTOLAN_KAFKA_PORT=%s is no port: give a number from 1 to 65535.", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void allAddressesAtOnceAreRefusedBecauseKafkaMustNameOne(String address) {
    assertThatThrownBy(() -> from(Map.of("PORTOLAN_SERVERS_BIND_ADDRESS", address)))
        .hasMessageContaining("name one address of this machine");
  }

  private static StackSettings from(Map<String, String> environment) {
    return StackSettings.from(environment, Path.of("."), Path.of("data"));
  }
}
