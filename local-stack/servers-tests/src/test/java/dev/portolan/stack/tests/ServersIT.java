package dev.portolan.stack.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.stack.LocalStack;
import dev.portolan.stack.Server;
import dev.portolan.stack.ServerStatus;
import dev.portolan.stack.StackEvent;
import dev.portolan.stack.StackException;
import dev.portolan.stack.StackSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One stack of its own, which each test finds up and may leave in any state. */
class ServersIT {
  private static final List<Server> ALL = List.of(Server.values());

  @TempDir static Path data;
  private static StackSettings settings;
  private static LocalStack stack;

  @BeforeAll
  static void chooseAPlace() throws IOException {
    settings =
        StackSettings.from(Map.of("PORTOLAN_COMPILERS", "quick"), repository(), data).onFreePorts();
    stack = new LocalStack(settings);
  }

  @BeforeEach
  void bringUpWhatIsDown() {
    stack.up(ALL, event -> System.err.println("[ServersIT] " + event.line()));
  }

  @AfterAll
  static void throwAway() {
    stack.kill(ALL);
  }

  @Test
  void whatWasAcknowledgedOutlivesAStopAndAStart() throws Exception {
    notes().writeEverywhere("before the stop");
    List<StackEvent> told = new ArrayList<>();
    stack.down(ALL, told::add);
    assertThat(told).hasSize(4).allMatch(StackEvent.Stopped.class::isInstance);
    assertThat(stack.status()).allMatch(server -> server.state() == ServerStatus.State.DOWN);
    bringUpWhatIsDown();
    assertEveryServerHas("before the stop");
  }

  @Test
  void whatWasAcknowledgedOutlivesKillMinusNineOfEveryServer() throws Exception {
    notes().writeEverywhere("before the kill");
    for (ServerStatus server : stack.status()) {
      ProcessHandle.of(server.pid().orElseThrow()).orElseThrow().destroyForcibly();
    }
    bringUpWhatIsDown();
    assertEveryServerHas("before the kill");
  }

  @Test
  void postgresIsTakenOverWhenNobodyLivedToSayThatItRuns() throws Exception {
    notes().on(Server.POSTGRES).write("before the crash of the starter");
    long before = pidOf(Server.POSTGRES);
    Files.delete(data.resolve("postgres/ready"));
    Files.delete(data.resolve("postgres/process.properties"));
    Files.createDirectory(data.resolve("postgres/unfinished-1"));
    bringUpWhatIsDown();
    assertThat(pidOf(Server.POSTGRES)).isNotEqualTo(before);
    assertThat(commandOf(before)).isEmpty();
    assertThat(data.resolve("postgres/unfinished-1")).doesNotExist();
    assertThat(notes().on(Server.POSTGRES).all()).contains("before the crash of the starter");
  }

  @Test
  void aServerThatRunsIsLeftAlone() {
    long before = pidOf(Server.NEO4J);
    List<StackEvent> told = new ArrayList<>();
    new LocalStack(settings).up(ALL, told::add);
    assertThat(told).hasSize(4).allMatch(StackEvent.AlreadyUp.class::isInstance);
    assertThat(pidOf(Server.NEO4J)).isEqualTo(before);
  }

  @Test
  void aPortThatAnotherStackHasIsSaidInOneLine(@TempDir Path elsewhere) {
    LocalStack second = new LocalStack(at(elsewhere, settings.ports(), Map.of()));
    assertThatThrownBy(() -> second.up(List.of(Server.KAFKA, Server.POSTGRES), event -> {}))
        .isInstanceOf(StackException.class)
        .hasMessage(
            """
            Kafka cannot have port %d on 127.0.0.1: the Portolan stack in %s (process %d) has it. \
            Stop that, or set PORTOLAN_KAFKA_PORT to a free port.
            PostgreSQL cannot have port %d on 127.0.0.1: the Portolan stack in %s (process %d) has \
            it. Stop that, or set PORTOLAN_POSTGRES_PORT to a free port.""",
            settings.port(Server.KAFKA),
            data,
            pidOf(Server.KAFKA),
            settings.port(Server.POSTGRES),
            data,
            pidOf(Server.POSTGRES));
  }

  @Test
  void anotherPortIsNotWaitedForWhileTheServerIsUpOnItsOwn() throws IOException {
    Map<Server, Integer> others = settings.onFreePorts().ports();
    LocalStack moved = new LocalStack(at(data, others, Map.of()));
    assertThatThrownBy(() -> moved.up(List.of(Server.ELASTICSEARCH), event -> {}))
        .hasMessageContaining("Elasticsearch of this stack is up on port")
        .hasMessageContaining("Stop the stack first");
    assertThat(moved.status())
        .allSatisfy(server -> assertThat(server.port()).isEqualTo(settings.port(server.server())));
  }

  @Test
  void aServerThatDiesWhileItStartsIsToldWithItsLastWords(@TempDir Path elsewhere)
      throws IOException {
    Map<Server, Integer> free = settings.onFreePorts().ports();
    LocalStack starved = new LocalStack(at(elsewhere, free, Map.of("PORTOLAN_KAFKA_HEAP", "1m")));
    assertThatThrownBy(() -> starved.up(List.of(Server.KAFKA), event -> {}))
        .hasMessageContaining("Kafka died while it started")
        .hasMessageContaining(elsewhere.resolve("logs/kafka.log").toString())
        .hasMessageContaining("Too small maximum heap");
  }

  @Test
  void noPasswordCanBeReadFromTheListOfProcesses() throws IOException {
    List<String> passwords =
        stack.environment().entrySet().stream()
            .filter(variable -> variable.getKey().endsWith("PASSWORD"))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(passwords).hasSize(2);
    for (ServerStatus server : stack.status()) {
      Path file = Path.of("/proc/" + server.pid().orElseThrow() + "/cmdline");
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          .isNotEmpty()
          .doesNotContain(passwords);
    }
  }

  private static void assertEveryServerHas(String note) throws Exception {
    for (Server server : ALL) {
      assertThat(notes().on(server).all()).as(server.title()).contains(note);
    }
  }

  private static Notes notes() {
    return new Notes(stack.environment());
  }

  private static long pidOf(Server server) {
    return stack.status().stream()
        .filter(status -> status.server() == server)
        .findFirst()
        .orElseThrow()
        .pid()
        .orElseThrow();
  }

  /** Nothing when it has ended, also where process 1 does not ask after the dead. */
  private static Optional<String> commandOf(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
  }

  private static StackSettings at(
      Path folder, Map<Server, Integer> ports, Map<String, String> environment) {
    return new StackSettings(repository(), folder, "127.0.0.1", ports, new HashMap<>(environment));
  }

  /** Maven runs tests in their module's folder, an IDE perhaps in the root. */
  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("local-stack")) ? here : here.resolve("../..").normalize();
  }
}
