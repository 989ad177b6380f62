package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.Note;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.sync.SeenDocuments.Meeting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the documents of a sync one by one and hands them on in chunks. */
public final class SyncRun {
  private static final int CHUNK_DOCUMENTS = 1_000;

  /** So that a thousand documents of a megabyte each are not in memory together. */
  private static final int CHUNK_CHARACTERS = 4 << 20;

  private final String source;
  private final @Nullable Long sync;
  private final Function<Chunk, Map<EntityRef, Outcome>> writer;
  private final Tally tally = new Tally();
  private final SeenDocuments seen = new SeenDocuments();
  private final SequencedMap<EntityRef, Description> said = new LinkedHashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<EntityRef> named = new ArrayList<>();
  private long characters;

  private record Taken(int document, EntityRef ref) {}

  /**
   * Begins a run.
   *
   * @param sync the full sync that it belongs to; null for a delta
   * @param writer commits a chunk, and answers with what became of each entity
   */
  public SyncRun(
      String source, @Nullable Long sync, Function<Chunk, Map<EntityRef, Outcome>> writer) {
    this.source = source;
    this.sync = sync;
    this.writer = writer;
  }

  /**
   * Takes a document.
   *
   * @param path the file in which an adapter found it; null from a push
   */
  public void accept(ReadDocument document, @Nullable String path) {
    switch (document) {
      case ReadDocument.Accepted accepted -> accept(accepted, path);
      case ReadDocument.Rejected rejected ->
          reject(rejected.document(), rejected.ref(), rejected.problems(), path);
      case ReadDocument.PassedOver other ->
          tally.passedOver(other.document(), other.line(), other.reason(), path);
    }
    if (taken.size() + named.size() >= CHUNK_DOCUMENTS || characters >= CHUNK_CHARACTERS) {
      flush();
    }
  }

  /** Adds what the owner of the source may want to know. */
  public void note(String message) {
    tally.note(message);
  }

  /** Writes what was taken since the last chunk. */
  public void flush() {
    if (taken.isEmpty() && named.isEmpty()) {
      return;
    }
    Map<EntityRef, Outcome> outcomes =
        writer.apply(new Chunk(source, sync, List.copyOf(said.values()), List.copyOf(named)));
    var told = new HashSet<EntityRef>();
    for (Taken each : taken) {
      Outcome outcome = Objects.requireNonNull(outcomes.get(each.ref()));
      boolean first = told.add(each.ref());
      tally.taken(
          each.document(), first ? outcome : new Outcome(each.ref(), outcome.version(), null));
    }
    said.clear();
    taken.clear();
    named.clear();
    characters = 0;
  }

  /** What the documents written so far came to. */
  public Report report() {
    return tally.report();
  }

  private void accept(ReadDocument.Accepted document, @Nullable String path) {
    Description description = Description.of(document.entity());
    switch (seen.meet(document.document(), description)) {
      case Meeting.First _, Meeting.Repeated _ -> {
        said.putIfAbsent(description.ref(), description);
        taken.add(new Taken(document.document(), description.ref()));
        characters += description.json().length();
        document.notes().stream().map(Note::message).forEach(tally::note);
      }
      case Meeting.Contradicted(int first) ->
          reject(
              document.document(),
              description.ref(),
              List.of(contradiction(document, description.ref(), first, path)),
              path);
    }
  }

  private void reject(
      int document, @Nullable EntityRef ref, List<Problem> problems, @Nullable String path) {
    tally.rejected(document, ref, problems, path);
    if (ref != null) {
      named.add(ref);
    }
  }

  private static Problem contradiction(
      ReadDocument.Accepted document, EntityRef ref, int first, @Nullable String path) {
    return new Problem(
        document.line(),
        null,
        "duplicate",
        (path == null
                ? "Document " + first + " of the same sync"
                : "Another document of the source")
            + " describes "
            + ref
            + " otherwise. The first one stands; describe an entity once.");
  }
}
