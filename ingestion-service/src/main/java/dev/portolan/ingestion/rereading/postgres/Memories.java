package dev.portolan.ingestion.rereading.postgres;

import dev.portolan.ingestion.kind.postgres.CatalogKinds;
import dev.portolan.ingestion.reconciliation.postgres.ObservationTable;
import dev.portolan.ingestion.rereading.Basis;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.sync.postgres.Syncs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What syncs know of those before them. */
@Component
public class Memories {
  private final FileTable files;
  private final RevisionTable revisions;
  private final ObservationTable observations;
  private final Syncs syncs;
  private final CatalogKinds kinds;
  private final TransactionTemplate transaction;

  Memories(
      FileTable files,
      RevisionTable revisions,
      ObservationTable observations,
      Syncs syncs,
      CatalogKinds kinds,
      TransactionTemplate transaction) {
    this.files = files;
    this.revisions = revisions;
    this.observations = observations;
    this.syncs = syncs;
    this.kinds = kinds;
    this.transaction = transaction;
  }

  /** For a sync of the source that begins. */
  public StoredMemory of(Source source, long sync) {
    return new StoredMemory(
        source.name(),
        sync,
        Basis.of(source, kinds.refresh()),
        files,
        revisions,
        observations,
        syncs,
        transaction);
  }
}
