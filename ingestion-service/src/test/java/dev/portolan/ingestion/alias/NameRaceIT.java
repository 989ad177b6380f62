package dev.portolan.ingestion.alias;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.EntityRecords;
import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.reconciliation.postgres.DueMerges;
import dev.portolan.ingestion.reconciliation.postgres.Reconciler;
import dev.portolan.stack.junit.LocalServers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody gets a name while somebody else, in another transaction, looks for who has it. */
class NameRaceIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String QUAY =
      "{info: {x-cortex-tag: quay, x-cortex-dependency: [{tag: tides}]}}";
  private static final String TIDES = "{info: {x-cortex-tag: tides, x-cortex-type: resource}}";

  private RunningIngestion ingestion;

  @BeforeEach
  void start() {
    ingestion = RunningIngestion.start(servers);
    ingestion.post("/api/sources/cortex/entities", "{info: {x-cortex-tag: other}}");
  }

  @AfterEach
  void stop() {
    ingestion.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoeverCommitsFirstTheRelationFindsTheName(boolean theUserFirst) {
    List<CompletableFuture<Void>> second = new ArrayList<>();
    say(
        theUserFirst ? QUAY : TIDES,
        () -> {
          second.add(CompletableFuture.runAsync(() -> say(theUserFirst ? TIDES : QUAY, () -> {})));
          await("the second waits, or is through")
              .until(() -> second.getFirst().isDone() || somebodyWaits());
        });
    second.getFirst().join();
    ingestion.bean(DueMerges.class).mergeAgain();

    assertThat(
            EntityRecords.value(ingestion.records("component:default/quay").getLast())
                .at("/entity/relations/0/target")
                .asString())
        .isEqualTo("resource:default/tides");
  }

  /** In one transaction, which is held open for something else before it is committed. */
  private void say(String document, Runnable beforeCommit) {
    ingestion
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> {
              ingestion.bean(Reconciler.class).say("cortex", List.of(description(document)));
              beforeCommit.run();
            });
  }

  private boolean somebodyWaits() {
    return ingestion
        .database()
        .sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
        .query(Boolean.class)
        .single();
  }

  private static Description description(String document) {
    List<Description> read = new ArrayList<>();
    try {
      new DescriptorReader()
          .read(
              new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
              each -> read.add(Description.of(((ReadDocument.Accepted) each).entity())));
    } catch (Exception e) {
      throw new AssertionError(document, e);
    }
    return read.getFirst();
  }
}
