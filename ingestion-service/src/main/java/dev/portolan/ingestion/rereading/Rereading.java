package dev.portolan.ingestion.rereading;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.adapter.FileReading;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.sync.SyncRun;
import dev.portolan.ingestion.sync.TakenDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the files of a source for a sync: those that changed as they are read, others as they were.
 */
public final class Rereading implements Reception {
  /** Of one file; a larger one is read each time. */
  static final int HEAVIEST = 2_000;

  /** Of all files of a source; what goes beyond is read each time. */
  private static final int HEAVIEST_SOURCE = 1_000_000;

  private static final int KEPT_TOGETHER = 10_000;

  private final SyncRun run;
  private final Memory memory;
  private final Map<String, RememberedFile> recalled = new HashMap<>();
  private final Set<String> files = new HashSet<>();
  private final List<RememberedFile> read = new ArrayList<>();
  private Map<EntityRef, String> said = Map.of();
  private FileBeingRead current = new FileBeingRead();
  private int readWeight;
  private long weight;
  private boolean repeating;

  /** Takes files for that run, with that memory. */
  public Rereading(SyncRun run, Memory memory) {
    this.run = run;
    this.memory = memory;
  }

  /** Whether the whole revision is as it was taken before, so that nothing of it was taken now. */
  public boolean isRepeating() {
    return repeating;
  }

  @Override
  public boolean has(String revision) {
    repeating = memory.has(revision);
    return repeating;
  }

  @Override
  public Map<String, FileReading> recall(Collection<String> next, Predicate<FileReading> current) {
    files.addAll(next);
    recalled.clear();
    memory.recall(next).stream()
        .filter(file -> current.test(file.reading()))
        .forEach(file -> recalled.put(file.reading().file(), file));
    Set<EntityRef> refs =
        recalled.values().stream().flatMap(RememberedFile::refs).collect(Collectors.toSet());
    said = refs.isEmpty() ? Map.of() : memory.name(refs);
    return recalled.values().stream()
        .map(RememberedFile::reading)
        .collect(Collectors.toMap(FileReading::file, reading -> reading));
  }

  @Override
  public boolean takeAgain(FileReading before) {
    RememberedFile file = Objects.requireNonNull(recalled.get(before.file()));
    if (!run.again(file.documents(), said)) {
      return false;
    }
    weight += file.weight();
    return true;
  }

  @Override
  public void begin(String file) {
    current = new FileBeingRead();
  }

  @Override
  public void take(FoundDocument found) {
    FileBeingRead file = current;
    file.waiting++;
    run.accept(found.document(), found.place(), document -> add(document, file));
  }

  /** It may come when the file is long at its end, once it is known what the document's kind is. */
  private void add(TakenDocument document, FileBeingRead file) {
    file.waiting--;
    file.weight += document.weight();
    if (file.weight <= HEAVIEST) {
      file.documents.add(document);
    }
    rememberIfWhole(file);
  }

  @Override
  public void end(FileReading reading) {
    run.fileRead();
    current.reading = reading;
    rememberIfWhole(current);
    if (readWeight > KEPT_TOGETHER) {
      writeAndKeep();
    }
  }

  private void rememberIfWhole(FileBeingRead whole) {
    FileReading reading = whole.reading;
    if (whole.waiting > 0
        || reading == null
        || reading.fingerprint() == null
        || whole.weight > HEAVIEST) {
      return;
    }
    RememberedFile file = new RememberedFile(reading, List.copyOf(whole.documents));
    if (file.weight() <= HEAVIEST && weight + file.weight() <= HEAVIEST_SOURCE) {
      weight += file.weight();
      readWeight += file.weight();
      read.add(file);
    }
  }

  /** A file and what its documents came to so far. */
  private static final class FileBeingRead {
    private final List<TakenDocument> documents = new ArrayList<>();
    private int waiting;
    private int weight;
    private @Nullable FileReading reading;
  }

  /** Writes what was taken, and forgets the files that are gone. */
  public void finish() {
    run.finish();
    writeAndKeep();
    // Without any the files could not be listed whole.
    if (!files.isEmpty()) {
      memory.forgetOthers(files);
    }
  }

  /** In this order: nothing is remembered of a file before what it says is committed. */
  private void writeAndKeep() {
    run.flush();
    if (!read.isEmpty()) {
      memory.keep(List.copyOf(read));
      read.clear();
      readWeight = 0;
    }
  }
}
