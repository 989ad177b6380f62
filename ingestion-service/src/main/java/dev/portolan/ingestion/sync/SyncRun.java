package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.Note;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.original.Original;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.sync.HeldBack.Held;
import dev.portolan.ingestion.sync.SeenDocuments.Meeting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
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
  private final Definitions definitions;
  private final HeldBack held = new HeldBack();
  private final Tally tally = new Tally();
  private final SeenDocuments seen = new SeenDocuments();
  private final SaidSum sum = new SaidSum();
  private final SequencedMap<EntityRef, Description> said = new LinkedHashMap<>();
  private final List<TakenDocument.Said> taken = new ArrayList<>();
  private final List<Original> originals = new ArrayList<>();
  private final List<EntityRef> named = new ArrayList<>();
  private long characters;
  private boolean refused;

  /**
   * Begins a run.
   *
   * @param sync the full sync that it belongs to; null for a delta
   * @param writer commits a chunk, and answers with what became of each entity; of one that another
   *     part of the sync describes otherwise, nothing
   * @param definitions of the kinds
   */
  public SyncRun(
      String source,
      @Nullable Long sync,
      Function<Chunk, Map<EntityRef, Outcome>> writer,
      Definitions definitions) {
    this.source = source;
    this.sync = sync;
    this.writer = writer;
    this.definitions = definitions;
  }

  /**
   * Takes a document.
   *
   * @param path the file in which an adapter found it; null from a push
   */
  public void accept(ReadDocument document, @Nullable String path) {
    accept(document, path, _ -> {});
  }

  /**
   * Takes a document. One whose verdict rests on definitions of kinds that may yet come waits for
   * them.
   *
   * @param path the file in which an adapter found it; null from a push
   * @param left hears what to remember of it, to take it again
   */
  public void accept(ReadDocument document, @Nullable String path, Consumer<TakenDocument> left) {
    if (Settlement.isFor(document)) {
      hold(new Held.Read(document, path, left));
    } else {
      left.accept(left(document, path));
      flushIfFull();
    }
  }

  /**
   * Takes the documents of a file again that has not changed since it was read.
   *
   * <p>They are taken for named already, which is done before it is looked up what the source says:
   * in between, somebody else might have retracted it.
   *
   * @param hashes of what the source says of each entity now
   * @return false when a document would stand that is not what the source says, so that it must be
   *     read to be said: nothing was taken
   */
  public boolean again(List<TakenDocument> documents, Map<EntityRef, String> hashes) {
    if (documents.stream().anyMatch(SyncRun::mayFareBetter) || !areStillSaid(documents, hashes)) {
      return false;
    }
    for (TakenDocument each : documents) {
      switch (each) {
        case TakenDocument.Said document -> {
          if (Kinds.isOpen(document.ref().kind())) {
            hold(new Held.Remembered(document));
          } else {
            said(document, null, null);
          }
        }
        case TakenDocument.Rejected document -> reject(document);
        case TakenDocument.PassedOver document -> passedOver(document);
      }
      flushIfFull();
    }
    tally.fileUnchanged();
    return true;
  }

  /**
   * Of several documents of one entity the first stands; of the others it is known that they
   * differ.
   */
  private boolean areStillSaid(List<TakenDocument> documents, Map<EntityRef, String> hashes) {
    var met = new HashSet<EntityRef>();
    return documents.stream()
        .filter(TakenDocument.Said.class::isInstance)
        .map(TakenDocument.Said.class::cast)
        .filter(document -> met.add(document.ref()) && !seen.knows(document.ref()))
        .allMatch(document -> document.hash().equals(hashes.get(document.ref())));
  }

  /** It was rejected by a definition that may be another now, or is one and met misfits. */
  private static boolean mayFareBetter(TakenDocument document) {
    return document instanceof TakenDocument.Rejected rejected
        && rejected.ref() != null
        && Kinds.isOpen(rejected.ref().kind());
  }

  private void hold(Held document) {
    held.add(document);
    if (held.isFull()) {
      settle();
    }
  }

  /** An adapter has read a file. */
  public void fileRead() {
    tally.fileRead();
  }

  /** The sum over all that is said, of what was taken so far. */
  public String sum() {
    return sum.toString();
  }

  /** Adds what the owner of the source may want to know. */
  public void note(String message) {
    tally.note(message);
  }

  /**
   * Whether a definition of a kind was refused for what exists: the same said again might be taken.
   */
  public boolean hasRefusedDefinitions() {
    return refused;
  }

  /** No more comes: settles what waits, and writes all that was not written yet. */
  public void finish() {
    settle();
    flush();
  }

  /**
   * Judges what waits by the definitions that came with it, which are written before: what is
   * merged after them is merged by them.
   */
  private void settle() {
    if (held.isEmpty()) {
      return;
    }
    List<Held> waiting = held.release();
    Settlement settlement = Settlement.of(documents(waiting), definitions);
    refused |= !settlement.refused().isEmpty();
    List<Held> defining = waiting.stream().filter(SyncRun::defines).toList();
    defining.forEach(each -> take(each, settlement));
    if (!defining.isEmpty()) {
      flush();
    }
    waiting.stream().filter(each -> !defines(each)).forEach(each -> take(each, settlement));
  }

  /** Of those that define a kind which the source defined in this sync before, none counts. */
  private List<ReadDocument> documents(List<Held> waiting) {
    return waiting.stream()
        .filter(Held.Read.class::isInstance)
        .map(each -> ((Held.Read) each).document())
        .filter(
            document ->
                !(document instanceof ReadDocument.Accepted accepted
                    && Settlement.defines(document)
                    && seen.knows(accepted.entity().ref())))
        .toList();
  }

  private static boolean defines(Held held) {
    return held instanceof Held.Read(ReadDocument document, _, _) && Settlement.defines(document);
  }

  private void take(Held waiting, Settlement settlement) {
    switch (waiting) {
      case Held.Read(ReadDocument document, String path, Consumer<TakenDocument> left) ->
          left.accept(left(settlement.verdict(document), path));
      case Held.Remembered(TakenDocument.Said document) -> said(document, null, null);
    }
    flushIfFull();
  }

  /** Writes what was taken since the last chunk; what waits goes on waiting. */
  public void flush() {
    if (taken.isEmpty() && named.isEmpty()) {
      return;
    }
    Map<EntityRef, Outcome> outcomes =
        writer.apply(
            new Chunk(
                source,
                sync,
                List.copyOf(said.values()),
                List.copyOf(originals),
                List.copyOf(named)));
    var told = new HashSet<EntityRef>();
    for (TakenDocument.Said each : taken) {
      Outcome outcome = outcomes.get(each.ref());
      if (outcome == null) {
        Problem problem = contradiction(each, "An earlier part of the sync");
        tally.rejected(each.document(), each.ref(), List.of(problem), each.path());
      } else {
        boolean first = told.add(each.ref());
        tally.taken(
            each.document(), first ? outcome : new Outcome(each.ref(), outcome.version(), null));
      }
    }
    said.clear();
    originals.clear();
    taken.clear();
    named.clear();
    characters = 0;
  }

  /** What the documents written so far came to. */
  public Report report() {
    return tally.report();
  }

  private void flushIfFull() {
    if (taken.size() + named.size() >= CHUNK_DOCUMENTS || characters >= CHUNK_CHARACTERS) {
      flush();
    }
  }

  private TakenDocument left(ReadDocument document, @Nullable String path) {
    return switch (document) {
      case ReadDocument.Accepted accepted -> {
        Description description = Description.of(accepted.entity());
        var left =
            new TakenDocument.Said(
                accepted.document(),
                accepted.line(),
                path,
                description.ref(),
                description.hash(),
                accepted.notes().stream().map(Note::message).toList());
        said(left, description, accepted.text());
        yield left;
      }
      case ReadDocument.Rejected rejected -> {
        var left =
            new TakenDocument.Rejected(
                rejected.document(), path, rejected.ref(), rejected.problems());
        reject(left);
        yield left;
      }
      case ReadDocument.PassedOver other -> {
        var left =
            new TakenDocument.PassedOver(other.document(), other.line(), path, other.reason());
        passedOver(left);
        yield left;
      }
    };
  }

  /**
   * @param description what is to be written; null when the source is known to say it
   * @param text as its author wrote it, where it is to be kept
   */
  private void said(
      TakenDocument.Said document, @Nullable Description description, @Nullable String text) {
    Meeting meeting = seen.meet(document.document(), document.ref(), document.hash());
    if (meeting instanceof Meeting.Contradicted(int first)) {
      Problem problem =
          contradiction(
              document,
              document.path() == null
                  ? "Document " + first + " of the same sync"
                  : "Another document of the source");
      reject(
          new TakenDocument.Rejected(
              document.document(), document.path(), document.ref(), List.of(problem)));
      return;
    }
    if (meeting instanceof Meeting.First) {
      sum.add(document.ref().toString(), document.hash());
    }
    document.notes().forEach(tally::note);
    if (description == null) {
      tally.takenAgain();
      return;
    }
    if (text != null && meeting instanceof Meeting.First) {
      originals.add(new Original(description.ref(), document.path(), document.line(), text));
      characters += text.length();
    }
    said.putIfAbsent(description.ref(), description);
    taken.add(document);
    characters += description.json().length();
  }

  private void reject(TakenDocument.Rejected document) {
    tally.rejected(document.document(), document.ref(), document.problems(), document.path());
    if (document.ref() != null) {
      named.add(document.ref());
    }
  }

  private void passedOver(TakenDocument.PassedOver document) {
    tally.passedOver(document.document(), document.line(), document.reason(), document.path());
  }

  private static Problem contradiction(TakenDocument.Said document, String other) {
    return new Problem(
        document.line(),
        null,
        "duplicate",
        "%s describes %s otherwise. The first one stands; describe an entity once."
            .formatted(other, document.ref()));
  }
}
