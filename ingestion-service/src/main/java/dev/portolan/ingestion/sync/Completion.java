package dev.portolan.ingestion.sync;

import dev.portolan.ingestion.source.HoldThreshold;

/** What a full sync does with the entities that its source no longer names. */
public sealed interface Completion {

  /** They are retracted. */
  record Retract() implements Completion {}

  /** So many are gone that a person must approve it first. */
  record Hold() implements Completion {}

  /** They stay: what the source said is no full picture of it. */
  record Keep(String reason) implements Completion {}

  /**
   * What a sync named, and how well it went.
   *
   * @param had how many entities the source spoke of when the sync began
   * @param absent how many of these it did not name
   * @param named how many it named, counting rejected documents whose reference could be read
   * @param nameless how many documents were rejected before their reference could be read
   * @param partsUnderWay how many parts of it began and were not read whole
   */
  record Named(long had, long absent, long named, long nameless, int partsUnderWay) {}

  /** Decides; an answer that is empty or partly unreadable never counts as a full picture. */
  static Completion of(Named sync, HoldThreshold threshold) {
    if (sync.named() == 0) {
      return new Keep("The sync named no entity at all, so nothing was retracted.");
    }
    if (sync.partsUnderWay() > 0) {
      return new Keep(
          sync.partsUnderWay()
              + " parts of the sync were not read whole, so it is partial and nothing was retracted.");
    }
    if (sync.nameless() > 0) {
      return new Keep(
          sync.nameless()
              + " rejected documents could not be told by their reference, so the sync is partial"
              + " and nothing was retracted.");
    }
    return threshold.holds(sync.absent(), sync.had()) ? new Hold() : new Retract();
  }
}
