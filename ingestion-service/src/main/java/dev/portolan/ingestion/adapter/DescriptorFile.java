package dev.portolan.ingestion.adapter;

import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.descriptor.UnreadableBodyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file while it is read, with the pages that its entities name. */
final class DescriptorFile {
  private final String file;
  private final Surroundings around;
  private final TracedTree tree;
  private final ToldOnce faults;
  private final ToldOnce notes;
  private final Documentation documentation;
  private final Consumer<FoundDocument> sink;
  private final List<String> targets = new ArrayList<>();
  private int last;

  /**
   * Takes a file.
   *
   * @param pages of documentation that may be read
   */
  DescriptorFile(String file, Surroundings around, int pages, Consumer<FoundDocument> sink) {
    this.file = file;
    this.around = around;
    this.tree = new TracedTree(around.tree());
    this.faults = new ToldOnce(around.faults()::tell);
    this.notes = new ToldOnce(around.notes()::tell);
    this.documentation = new Documentation(tree, around.files(), pages, faults, notes);
    this.sink = sink;
  }

  /** Reads it; never throws for what it holds. */
  FileReading read() {
    long before = around.tree().bytes();
    boolean opened = true;
    try (InputStream in = tree.open(file)) {
      around
          .reader()
          .lookingAhead(() -> tree.open(file))
          .read(file, in, new TreePlaceholders(tree, file), this::found);
    } catch (UnreadableBodyException e) {
      found(ReadDocument.Rejected.brokenOff(last + 1, e));
    } catch (IOException e) {
      opened = false;
      faults.tell(file + " cannot be read: " + e.getMessage());
    }
    Grounds grounds = new Grounds(tree.looked(), documentation.folders());
    return new FileReading(
        file,
        grounds,
        opened && isWhole() ? fingerprint(grounds) : null,
        around.tree().bytes() - before,
        documentation.pages(),
        List.copyOf(targets),
        faults.sentences(),
        notes.sentences());
  }

  /** Whether all that was come upon is in the reading, and would be come upon again. */
  private boolean isWhole() {
    return !tree.hasFailed() && documentation.isWhole() && faults.isWhole() && notes.isWhole();
  }

  private @Nullable String fingerprint(Grounds grounds) {
    try {
      return grounds.fingerprint(tree, around.files()).orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  private void found(ReadDocument document) {
    last = document.document();
    switch (document) {
      case ReadDocument.Accepted accepted -> {
        Locations.targets(accepted.entity(), around.reader().kinds()).forEach(this::follow);
        documentation.read(file, accepted.entity(), this::found);
      }
      case ReadDocument.Rejected rejected -> tellIfUnknown(rejected);
      case ReadDocument.PassedOver passedOver -> {}
    }
    sink.accept(new FoundDocument(file, document));
  }

  private void found(MarkdownPage page) {
    try {
      around
          .reader()
          .read(
              new ByteArrayInputStream(page.descriptor()),
              document -> sink.accept(new FoundDocument(page.path(), document)));
    } catch (UnreadableBodyException | IOException e) {
      throw new IllegalStateException("What was written as JSON is read as JSON", e);
    }
  }

  /** One more than may be followed is enough to say that there are more. */
  private void follow(String target) {
    if (targets.size() <= SearchLimits.TARGETS) {
      targets.add(target);
    }
  }

  /** Of text that cannot be parsed nobody knows what it names, so nothing may be retracted. */
  private void tellIfUnknown(ReadDocument.Rejected rejected) {
    Problem first = rejected.problems().getFirst();
    if (rejected.ref() == null && first.field() == null) {
      faults.tell(file + ", line " + first.line() + ": " + first.message());
    }
  }
}
