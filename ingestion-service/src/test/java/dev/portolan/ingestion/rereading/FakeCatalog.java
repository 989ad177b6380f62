package dev.portolan.ingestion.rereading;

import dev.portolan.events.ChangeType;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.sync.Chunk;
import dev.portolan.ingestion.sync.SaidSum;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a catalog holds of one source, with what it remembers of its files, in memory. */
final class FakeCatalog {
  private static final JsonMapper JSON = JsonMapper.shared();

  final TreeMap<EntityRef, String> said = new TreeMap<>();
  final Set<EntityRef> named = new HashSet<>();
  private final Map<String, String> files = new HashMap<>();
  private @Nullable Whole whole;

  /** Where a sync is broken off. */
  enum Crash {
    NOWHERE,
    /** Before anything is written. */
    WRITING,
    /** When all is written, and nothing is remembered. */
    KEEPING,
    /** When all is written and remembered, and the sync has not ended. */
    FORGETTING
  }

  Crash crash = Crash.NOWHERE;

  /** A revision that was taken to its end, with what that came to. */
  record Whole(String basis, String revision, String said, Taking taking) {}

  /** The same, that remembers nothing. */
  FakeCatalog forgetful() {
    FakeCatalog copy = new FakeCatalog();
    copy.said.putAll(said);
    return copy;
  }

  Map<EntityRef, Outcome> write(Chunk chunk) {
    crashAt(Crash.WRITING);
    named.addAll(chunk.named());
    var outcomes = new LinkedHashMap<EntityRef, Outcome>();
    for (Description each : chunk.said()) {
      named.add(each.ref());
      String before = said.put(each.ref(), each.hash());
      outcomes.put(each.ref(), new Outcome(each.ref(), 1, change(before, each.hash())));
    }
    return outcomes;
  }

  private void crashAt(Crash place) {
    if (crash == place) {
      throw new IllegalStateException("The database is away");
    }
  }

  private static @Nullable ChangeType change(@Nullable String before, String after) {
    if (before == null) {
      return ChangeType.CREATED;
    }
    return before.equals(after) ? null : ChangeType.UPDATED;
  }

  void taken(String basis, String revision, String sum, Taking taking) {
    whole = new Whole(basis, revision, sum, taking);
  }

  /** What the last whole revision came to. */
  @Nullable Whole whole() {
    return whole;
  }

  /** What it remembers, kept as text as in the database. */
  Memory memory(String basis) {
    return new Memory() {
      @Override
      public boolean has(String revision) {
        SaidSum sum = new SaidSum();
        said.forEach((ref, hash) -> sum.add(ref.toString(), hash));
        Whole last = whole;
        return last != null
            && last.basis().equals(basis)
            && last.revision().equals(revision)
            && last.said().equals(sum.toString());
      }

      @Override
      public List<RememberedFile> recall(Collection<String> names) {
        return names.stream()
            .map(name -> files.get(basis + name))
            .filter(text -> text != null)
            .map(text -> JSON.readValue(text, RememberedFile.class))
            .toList();
      }

      @Override
      public Map<EntityRef, String> name(Collection<EntityRef> refs) {
        named.addAll(refs);
        var hashes = new HashMap<>(said);
        hashes.keySet().retainAll(refs);
        return hashes;
      }

      @Override
      public void keep(Collection<RememberedFile> remembered) {
        crashAt(Crash.KEEPING);
        remembered.forEach(
            each -> files.put(basis + each.reading().file(), JSON.writeValueAsString(each)));
      }

      @Override
      public void forgetOthers(Collection<String> names) {
        crashAt(Crash.FORGETTING);
        files
            .keySet()
            .removeIf(
                key -> key.startsWith(basis) && !names.contains(key.substring(basis.length())));
      }
    };
  }
}
