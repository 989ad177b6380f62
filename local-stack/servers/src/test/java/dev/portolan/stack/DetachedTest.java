package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedTest {
  @TempDir Path folder;

  @Test
  void theLogOfTheTimeBeforeIsKept() throws Exception {
    Path log = folder.resolve("logs/x.log");
    print("why it crashed", log);
    print("what it says now", log);
    assertThat(log).hasContent("what it says now");
    assertThat(folder.resolve("logs/x.previous.log")).hasContent("why it crashed");
  }

  @Test
  void optionsForThisJvmDoNotReachTheNext() throws Exception {
    Path log = folder.resolve("x.log");
    List<String> command = List.of("sh", "-c", "echo \"[$JAVA_TOOL_OPTIONS]\"");
    Detached.start(command, Map.of("JAVA_TOOL_OPTIONS", "-agentlib:a-fixed-port"), log).waitFor();
    assertThat(log).hasContent("[]");
  }

  @Test
  void withoutSetsidAJvmOutlivesCtrlCAndAClosedTerminal() throws Exception {
    Path source = Files.writeString(folder.resolve("Stay.java"), STAY);
    List<String> java = List.of(Detached.java().toString(), "-Xint", source.toString());
    Process started =
        new ProcessBuilder(Detached.outOfTheTerminalsReach(folder.resolve("no-setsid"), java))
            .start();
    try {
      assertThat(started.getInputStream().read()).isEqualTo('.');
      for (String signal : List.of("-INT", "-HUP")) {
        new ProcessBuilder("kill", signal, Long.toString(started.pid())).start().waitFor();
      }
      assertThat(ServerProcess.awaitEnd(started.toHandle(), Duration.ofSeconds(1))).isFalse();
    } finally {
      started.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static final String STAY =
      """
      void main() throws Exception {
        System.out.print(".");
        System.out.flush();
        System.in.read(); // Until the test ends, however it ends.
      }
      """;

  private static void print(String text, Path log) throws IOException, InterruptedException {
    Detached.start(List.of("echo", text), Map.of(), log).waitFor();
  }
}
