package dev.portolan.outbox.relay;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WaitingRowsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  @RegisterExtension final TestSpace space = new TestSpace(servers);

  /** As when the log has brought a row whose commit still waits, for a replica for example. */
  @Test
  void aRowThatTheLogBroughtBeforeItsCommitCanBeSeenIsWaitedForAndThenDeleted() throws Exception {
    TestService service = space.service();
    service.relay().stop();
    WaitingRows rows = new WaitingRows(service.database());

    CompletableFuture<Void> removal =
        service
            .transaction()
            .execute(
                status -> {
                  service.outbox().publish(space.event("component:default/early"));
                  CompletableFuture<Void> begun = removeWhenVisible(rows);
                  assertThatThrownBy(() -> begun.get(500, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  return begun;
                });

    assertThat(removal).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(service.outbox().waiting()).isZero();
  }

  private static CompletableFuture<Void> removeWhenVisible(WaitingRows rows) {
    List<WrittenRow> written = rows.after(Long.MIN_VALUE);
    return CompletableFuture.runAsync(
        () -> {
          try {
            rows.awaitVisible(written);
            rows.remove(written.stream().map(WrittenRow::row).toList());
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
