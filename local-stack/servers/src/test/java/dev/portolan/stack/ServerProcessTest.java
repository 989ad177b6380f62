package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  @TempDir Path folder;

  private final ProcessHandle me = ProcessHandle.current();

  @Test
  void aRememberedProcessIsFoundWithItsPort() throws IOException {
    ServerProcess process = new ServerProcess(folder);
    process.remember(me, 19092);
    assertThat(process.find()).contains(me);
    assertThat(process.port()).hasValue(19092);
  }

  @Test
  void aNumberThatWasGivenToALaterProcessIsNotTheServer() throws IOException {
    ServerProcess process = new ServerProcess(folder);
    process.remember(me, 19092);
    Path memory = folder.resolve("process.properties");
    String before = Files.readString(memory);
    Files.writeString(
        memory, before.replaceAll("started=.*", "started=2020-01-01T00\\\\:00\\\\:00Z"));
    assertThat(process.find()).isEmpty();
  }

  @Test
  void aClockThatWasSetDoesNotHideTheServer() throws IOException {
    ServerProcess process = new ServerProcess(folder);
    process.remember(me, 19092);
    Path memory = folder.resolve("process.properties");
    Instant moved = me.info().startInstant().orElseThrow().minusSeconds(1);
    String before = Files.readString(memory);
    String started = "started=" + moved.toString().replace(":", "\\\\:");
    Files.writeString(memory, before.replaceAll("started=.*", started));
    assertThat(Files.readString(memory)).isNotEqualTo(before);
    assertThat(process.find()).contains(me);
  }

  @Test
  void aProcessThatDoesNotEndIsNotWaitedForForEver() throws Exception {
    Process sleeping = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(ServerProcess.awaitEnd(sleeping.toHandle(), Duration.ofMillis(100))).isFalse();
      sleeping.destroyForcibly();
      assertThat(ServerProcess.awaitEnd(sleeping.toHandle(), Duration.ofSeconds(10))).isTrue();
    } finally {
      sleeping.destroyForcibly();
    }
  }

  @Test
  void aDeadProcessIsNotFound() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    ServerProcess process = new ServerProcess(folder);
    process.remember(dead.toHandle(), 19092);
    dead.waitFor();
    assertThat(process.find()).isEmpty();
  }

  @Test
  void whatIsForgottenIsNotFound() throws IOException {
    ServerProcess process = new ServerProcess(folder);
    process.remember(me, 19092);
    process.forget();
    assertThat(process.find()).isEmpty();
  }

  @Test
  void aLauncherThatHasSaidNothingYetIsNotReady() throws IOException {
    ServerProcess process = new ServerProcess(folder);
    assertThat(process.ready()).isEmpty();
    Files.writeString(folder.resolve("ready"), "");
    assertThat(process.ready()).isEmpty();
    Files.writeString(folder.resolve("ready"), "4711");
    assertThat(process.ready()).contains(4711L);
  }

  @Test
  void aServerWhoseStarterAndLauncherWereKilledIsFoundByPostgresqlsOwnLockFile() throws Exception {
    Process server = new ProcessBuilder("sh", "-c", "sleep 60; : " + folder).start();
    try {
      Files.createDirectory(folder.resolve("data"));
      Files.writeString(folder.resolve("data/postmaster.pid"), server.pid() + "\n/somewhere\n");
      ServerProcess process = new ServerProcess(folder);
      assertThat(process.find()).contains(server.toHandle());
      assertThat(process.isLeftOver()).isTrue();
    } finally {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    }
  }

  @Test
  void anotherProgramWithTheNumberOfALockFileIsNotTheServer() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/postmaster.pid"), "1\n");
    assertThat(new ServerProcess(folder).find()).isEmpty();
  }
}
