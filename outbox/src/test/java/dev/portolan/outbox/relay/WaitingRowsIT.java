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
import org.springframework.jdbc.core.simple.JdbcClient;

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
                  CompletableFuture<Void> begun = removeWhenVisible(rows, service.database());
                  assertThatThrownBy(() -> begun.get(500, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  return begun;
                });

    assertThat(removal).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(service.outbox().waiting()).isZero();
  }

  private static CompletableFuture<Void> removeWhenVisible(
      WaitingRows rows, JdbcClient transaction) {
    long xid =
        transaction.sql("select pg_current_xact_id()::text::bigint").query(Long.class).single();
    List<WaitingRow> written = rows.after(Long.MIN_VALUE);
    List<StreamedRow> streamed =
        written.stream().map(row -> new StreamedRow(xid & 0xFFFF_FFFFL, row)).toList();
    return CompletableFuture.runAsync(
        () -> {
          try {
            rows.awaitVisible(streamed);
            rows.remove(written);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
