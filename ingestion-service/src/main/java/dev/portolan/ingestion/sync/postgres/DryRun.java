package dev.portolan.ingestion.sync.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.reconciliation.postgres.Foresight;
import dev.portolan.ingestion.reconciliation.postgres.Reconciler;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.sync.Chunk;
import dev.portolan.ingestion.sync.Completion;
import dev.portolan.ingestion.sync.Definitions;
import dev.portolan.ingestion.sync.Foreseen;
import dev.portolan.ingestion.sync.ForeseenChange;
import dev.portolan.ingestion.sync.SyncRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A push that commits nothing. As with a push each chunk is decided by itself, against what is
 * stored at that time.
 */
public final class DryRun {
  private static final int CHUNK = 1_000;

  private final Reconciler reconciler;
  private final Foresight foresight;
  private final Definitions definitions;
  private final Source source;
  private final Set<EntityRef> absent;
  private final long had;
  private final Foreseen foreseen = new Foreseen();
  private final Set<EntityRef> described = new HashSet<>();
  private final Set<EntityRef> retracted;
  private long named;

  /**
   * @param had what the source speaks of now, when the push would be a full one
   * @param retracted what the source would retract after it
   */
  DryRun(
      Reconciler reconciler,
      Foresight foresight,
      Definitions definitions,
      Source source,
      Set<EntityRef> had,
      Collection<EntityRef> retracted) {
    this.reconciler = reconciler;
    this.foresight = foresight;
    this.definitions = definitions;
    this.source = source;
    this.absent = new LinkedHashSet<>(had);
    this.had = had.size();
    this.retracted = new LinkedHashSet<>(retracted);
  }

  /**
   * Takes documents.
   *
   * @return a run as that of a push; it throws {@link Foreseen.TooManyException} at its bound
   */
  public SyncRun run() {
    return new SyncRun(source.name(), null, this::decide, definitions);
  }

  /** What is both described and to be retracted: of that no state can be foreseen. */
  public Set<EntityRef> contradicted() {
    return described;
  }

  /** If the source retracted what it is to retract; how each entity would stand then. */
  public Map<EntityRef, Outcome> retract() {
    return retract(List.copyOf(retracted));
  }

  private Map<EntityRef, Outcome> retract(List<EntityRef> refs) {
    var outcomes = new HashMap<EntityRef, Outcome>();
    for (int from = 0; from < refs.size(); from += CHUNK) {
      outcomes.putAll(
          foreseen.add(
              foresight.retract(
                  source.name(), refs.subList(from, Math.min(from + CHUNK, refs.size())))));
    }
    return outcomes;
  }

  /**
   * If a full push ended now: what it would do with the entities that it did not name, which is
   * among the changes when it retracts them.
   *
   * @param nameless how many documents were rejected before their reference could be read
   */
  public Completion complete(long nameless) {
    Completion completion =
        Completion.of(new Completion.Named(had, absent.size(), named, nameless, 0), source.hold());
    if (completion instanceof Completion.Retract) {
      retract(absent.stream().sorted().toList());
    }
    return completion;
  }

  /** How many entities the source speaks of and the push did not name. */
  public long absent() {
    return absent.size();
  }

  /** What would change. */
  public List<ForeseenChange> changes() {
    return foreseen.changes();
  }

  private Map<EntityRef, Outcome> decide(Chunk chunk) {
    named += chunk.said().size() + chunk.named().size();
    chunk.named().forEach(absent::remove);
    Map<EntityRef, Outcome> outcomes =
        new HashMap<>(reconciler.saidBefore(source.name(), chunk.said()));
    var fresh = new ArrayList<Description>();
    for (Description each : chunk.said()) {
      absent.remove(each.ref());
      if (retracted.contains(each.ref())) {
        described.add(each.ref());
      }
      foreseen.again(each.ref()).ifPresent(again -> outcomes.put(each.ref(), again));
      if (!outcomes.containsKey(each.ref())) {
        fresh.add(each);
      }
    }
    if (!fresh.isEmpty()) {
      outcomes.putAll(foreseen.add(foresight.say(source.name(), source.priority(), fresh)));
    }
    return outcomes;
  }
}
