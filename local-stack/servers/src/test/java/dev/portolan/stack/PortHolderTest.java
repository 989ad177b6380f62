package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortHolderTest {
  @Test
  void aTakenPortIsSaidInOneLineWithItsHolderAndTheWayOut() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> PortHolder.of(Server.KAFKA, kafkaOn(port)).requireFree())
          .hasMessage(
              "Kafka cannot have port %d on 127.0.0.1: java (process %d) has it."
                  + " Stop that, or set PORTOLAN_KAFKA_PORT to a free port.",
              port, ProcessHandle.current().pid());
    }
  }

  @Test
  void anAddressOfAnotherMachineIsSaidToBeOne() {
    StackSettings settings =
        StackSettings.from(
            Map.of("PORTOLAN_SERVERS_BIND_ADDRESS", "192.0.2.1"), Path.of("."), Path.of("data"));
    assertThatThrownBy(() -> PortHolder.of(Server.KAFKA, settings).requireFree())
        .hasMessageContaining("192.0.2.1")
        .hasMessageContaining("Give an address and a port of this machine");
  }

  @Test
  void anotherStackOfOursIsNamedByItsFolder() {
    List<String> kafka =
        List.of("/jdk/bin/java", "-cp", "x", "dev.portolan.stack.kafka.KafkaLauncher", "/d/kafka");
    assertThat(PortHolder.describe(7, kafka)).isEqualTo("the Portolan stack in /d (process 7)");
    List<String> postgres =
        List.of("/d/postgres/postgresql-18/bin/postgres", "-D", "/d/postgres/data");
    assertThat(PortHolder.describe(8, postgres)).isEqualTo("the Portolan stack in /d (process 8)");
  }

  @Test
  void aServiceOfAPlatformIsNamedByTheFolderThatItsCommandLineSays() {
    List<String> service = List.of("/jdk/bin/java", "-Dportolan.data=/d", "-cp", "x", "a.Service");
    assertThat(PortHolder.describe(7, service)).isEqualTo("the Portolan stack in /d (process 7)");
  }

  @Test
  void othersAreNamedByTheirProgram() {
    assertThat(PortHolder.describe(7, List.of("/usr/bin/docker-proxy", "-proto", "tcp")))
        .isEqualTo("docker-proxy (process 7)");
    assertThat(PortHolder.describe(7, List.of("/usr/bin/postgres", "-D", "/var/lib/pg")))
        .isEqualTo("another PostgreSQL, with its data in /var/lib/pg (process 7)");
    assertThat(PortHolder.describe(7, List.of())).isEqualTo("a program (process 7)");
  }

  @Test
  void theListeningSocketIsToldFromConnectionsOnTheSamePort() {
    List<String> table =
        List.of(
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
            "   0: 0100007F:4A94 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1",
            "   1: 0100007F:4A94 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 222 1",
            "   2: 0100007F:4A95 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1");
    assertThat(Listeners.socketsOn(19092, table)).containsExactly("socket:[111]");
  }

  private static StackSettings kafkaOn(int port) {
    return StackSettings.from(
        Map.of("PORTOLAN_KAFKA_PORT", Integer.toString(port)), Path.of("."), Path.of("data"));
  }
}
