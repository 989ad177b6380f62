package dev.portolan.ingestion.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a fact when a source speaks of it; reads no clock and no store. */
public final class Facts {
  private final String source;
  private final HeldFact held;
  private final List<FactObservation> accepted = new ArrayList<>();
  private final List<FactProblem> refused = new ArrayList<>();

  /** The value under way, as text or, once something was added, as a list. */
  private @Nullable String value;

  private @Nullable ElementList list;
  private Instant heardAt;

  private Facts(HeldFact held, String source) {
    this.held = held;
    this.source = source;
    this.value = held.value();
    this.heardAt = held.heardAt();
  }

  /**
   * What becomes of the fact. All that is said of it at once makes one version at most, or a
   * request of ten thousand elements for one list would publish it ten thousand times.
   *
   * @param held the fact until now
   * @param source who speaks
   * @param said what it says, in order; all of this fact
   * @param now the time of the commit; the new version never precedes the one before it, though the
   *     clocks of two instances differ
   */
  public static FactDecision decide(
      HeldFact held, String source, List<FactObservation> said, Instant now) {
    Facts facts = new Facts(held, source);
    said.forEach(facts::say);
    return facts.decision(now);
  }

  private void say(FactObservation said) {
    boolean changed =
        switch (said.word()) {
          case Word.Replace(String json) -> replace(said, json);
          case Word.Withdraw _ -> replace(said, null);
          case Word.Add(List<Element> elements) -> add(said, elements);
        };
    if (changed) {
      accepted.add(said);
    }
  }

  private boolean replace(FactObservation said, @Nullable String json) {
    if (said.observedAt().isBefore(heardAt)) {
      return false;
    }
    hear(said);
    boolean changed = !Objects.equals(value(), json);
    value = json;
    list = null;
    return changed;
  }

  private boolean add(FactObservation said, List<Element> elements) {
    if (list == null) {
      Optional<ElementList> read = ElementList.of(value);
      if (read.isEmpty()) {
        refused.add(notAList(said));
        return false;
      }
      list = read.get();
    }
    hear(said);
    return list.add(elements);
  }

  private void hear(FactObservation said) {
    heardAt = said.observedAt().isAfter(heardAt) ? said.observedAt() : heardAt;
  }

  private @Nullable String value() {
    // Nothing added to nothing is nothing, and not an empty list.
    return list == null || (list.isEmpty() && value == null) ? value : list.json();
  }

  private FactDecision decision(Instant now) {
    String after = value();
    if (Objects.equals(after, held.value())) {
      return new FactDecision(held.heard(heardAt), false, List.of(), refused);
    }
    HeldFact changed =
        new HeldFact(
            held.key(),
            held.version() + 1,
            after,
            source,
            accepted.getLast().observedAt(),
            heardAt,
            now.isBefore(held.committedAt()) ? held.committedAt() : now);
    return new FactDecision(changed, true, accepted, refused);
  }

  private static FactProblem notAList(FactObservation said) {
    return new FactProblem(
        said.index(),
        said.line(),
        "/add",
        said.key()
            + " is no list whose elements have an id of their own and a time, at; withdraw it with"
            + " value: null, or replace it, before you add to it.");
  }
}
