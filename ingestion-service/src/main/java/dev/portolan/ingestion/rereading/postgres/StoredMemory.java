package dev.portolan.ingestion.rereading.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.reconciliation.postgres.ObservationTable;
import dev.portolan.ingestion.rereading.Basis;
import dev.portolan.ingestion.rereading.Memory;
import dev.portolan.ingestion.rereading.RememberedFile;
import dev.portolan.ingestion.rereading.postgres.RevisionTable.Taken;
import dev.portolan.ingestion.sync.SaidSum;
import dev.portolan.ingestion.sync.postgres.Syncs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** What one sync knows of those before it, whichever instance ran them. */
public final class StoredMemory implements Memory {
  private final String source;
  private final long sync;
  private final Basis basis;
  private final FileTable files;
  private final RevisionTable revisions;
  private final ObservationTable observations;
  private final Syncs syncs;
  private final TransactionTemplate transaction;

  StoredMemory(
      String source,
      long sync,
      Basis basis,
      FileTable files,
      RevisionTable revisions,
      ObservationTable observations,
      Syncs syncs,
      TransactionTemplate transaction) {
    this.source = source;
    this.sync = sync;
    this.basis = basis;
    this.files = files;
    this.revisions = revisions;
    this.observations = observations;
    this.syncs = syncs;
    this.transaction = transaction;
  }

  /**
   * When the sync that took it said exactly what the source says now. A sync in which a rejected
   * document kept an older word alive is not among these: its files are recalled one by one.
   */
  @Override
  public boolean has(String revision) {
    return revisions
        .find(source, basis, revision)
        .filter(taken -> syncs.isAlone(source, sync) && taken.said().equals(said()))
        .isPresent();
  }

  /** Ends the sync as the one that took the revision before. */
  public void repeat(String revision) {
    Optional<Taken> taken = revisions.find(source, basis, revision);
    taken.ifPresent(before -> syncs.repeat(source, before.sync(), sync));
  }

  /**
   * Remembers that the sync took a whole revision to its end.
   *
   * @param said the sum over all that it said
   */
  public void taken(String revision, String said) {
    revisions.put(source, basis, revision, new Taken(sync, said));
  }

  @Override
  public List<RememberedFile> recall(Collection<String> names) {
    return files.find(source, basis, names);
  }

  @Override
  public Map<EntityRef, String> name(Collection<EntityRef> refs) {
    return syncs.name(source, refs);
  }

  @Override
  public void keep(Collection<RememberedFile> remembered) {
    files.put(source, basis, remembered);
  }

  @Override
  public void forgetOthers(Collection<String> names) {
    files.deleteOthers(source, names);
  }

  /** The sum over all that the source says now. */
  private String said() {
    SaidSum sum = new SaidSum();
    transaction.executeWithoutResult(_ -> observations.eachHash(source, sum::add));
    return sum.toString();
  }
}
