package dev.portolan.ingestion.adapter;

import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.descriptor.UnreadableBodyException;
import dev.portolan.ingestion.kind.Kinds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the descriptors of a source: the files that match its patterns, and those that locations
 * among them name.
 */
public final class DescriptorSearch {
  /** Where descriptors may be when a source does not say where they are. */
  public static final List<String> ANY_FILE = List.of("**/*.{yaml,yml,json,jsonl,ndjson}");

  private final DescriptorReader reader;
  private final Kinds kinds;

  /** Searches with the given reader. */
  public DescriptorSearch(DescriptorReader reader) {
    this.reader = reader;
    this.kinds = reader.kinds();
  }

  /**
   * Reads what there is; never throws for what the source holds.
   *
   * @param patterns of the files to begin with
   * @param revision of the tree, if it has such a thing
   */
  public SourceReading search(
      SourceTree tree,
      Collection<Glob> patterns,
      @Nullable String revision,
      Consumer<FoundDocument> sink) {
    return new Run(tree, sink).search(patterns, revision);
  }

  /** One search, with what it has come upon so far. */
  private final class Run {
    private final CountedTree tree;
    private final Consumer<FoundDocument> sink;
    private final NavigableSet<String> files = new TreeSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();
    private final ToldOnce faults = new ToldOnce();
    private final ToldOnce notes = new ToldOnce();
    private final Set<String> patterns = new HashSet<>();
    private final Documentation documentation;
    private int targets;
    private int last;

    Run(SourceTree tree, Consumer<FoundDocument> sink) {
      this.tree = new CountedTree(tree);
      this.sink = sink;
      this.documentation = new Documentation(this.tree, files, faults, notes);
    }

    SourceReading search(Collection<Glob> patterns, @Nullable String revision) {
      try {
        SourceTree.Listing listing = tree.list();
        listing.faults().forEach(faults::tell);
        listing.notes().forEach(notes::tell);
        files.addAll(listing.files());
        files.stream()
            .filter(file -> patterns.stream().anyMatch(glob -> glob.test(file)))
            .forEach(this::take);
        if (waiting.isEmpty()) {
          faults.tell("No file of the source matches its patterns.");
        }
        while (!waiting.isEmpty()) {
          read(waiting.remove());
        }
      } catch (IOException e) {
        faults.tell("The source cannot be listed: " + e.getMessage());
      }
      return new SourceReading(taken.size(), revision, faults.sentences(), notes.sentences());
    }

    private void take(String file) {
      if (taken.add(file)) {
        waiting.add(file);
      }
    }

    private void read(String file) {
      if (tree.isExhausted()) {
        faults.tell(CountedTree.EXHAUSTED);
        return;
      }
      last = 0;
      try (InputStream in = tree.open(file)) {
        reader.read(in, new TreePlaceholders(tree, file), document -> found(file, document));
      } catch (UnreadableBodyException e) {
        faults.tell(file + ", line " + e.line() + ": " + e.getMessage());
        sink.accept(new FoundDocument(file, ReadDocument.Rejected.brokenOff(last + 1, e)));
      } catch (IOException e) {
        faults.tell(file + " cannot be read: " + e.getMessage());
      }
    }

    private void found(String file, ReadDocument document) {
      last = document.document();
      switch (document) {
        case ReadDocument.Accepted accepted -> {
          Locations.targets(accepted.entity(), kinds).forEach(target -> follow(file, target));
          documentation.read(file, accepted.entity(), this::found);
        }
        case ReadDocument.Rejected rejected -> tellIfUnknown(file, rejected);
        case ReadDocument.PassedOver passedOver -> {}
      }
      sink.accept(new FoundDocument(file, document));
    }

    private void found(MarkdownPage page) {
      try {
        reader.read(
            new ByteArrayInputStream(page.descriptor()),
            document -> sink.accept(new FoundDocument(page.path(), document)));
      } catch (UnreadableBodyException | IOException e) {
        throw new IllegalStateException("What was written as JSON is read as JSON", e);
      }
    }

    /** Of text that cannot be parsed nobody knows what it names, so nothing may be retracted. */
    private void tellIfUnknown(String file, ReadDocument.Rejected rejected) {
      Problem first = rejected.problems().getFirst();
      if (rejected.ref() == null && first.field() == null) {
        faults.tell(file + ", line " + first.line() + ": " + first.message());
      }
    }

    private void follow(String file, String target) {
      if (++targets > SearchLimits.TARGETS) {
        faults.tell("The locations have more than " + SearchLimits.TARGETS + " targets.");
        return;
      }
      if (Locations.isAddress(target)) {
        notes.tell(
            file + " names " + target + ", which is not followed: give it a source of its own.");
        return;
      }
      String path = SourcePath.resolve(file, target).orElse(null);
      if (path == null) {
        notes.tell(file + " names " + target + ", which leads out of the source and is not read.");
      } else if (Glob.isPattern(path)) {
        followPattern(file, target, path);
      } else if (files.contains(path) || isReadable(path)) {
        take(path);
      } else {
        notes.tell(file + " names " + target + ", and there is no such file.");
      }
    }

    private void followPattern(String file, String target, String path) {
      if (!patterns.add(path)) {
        return;
      }
      if (patterns.size() > SearchLimits.PATTERNS) {
        faults.tell(
            "The locations have more than "
                + SearchLimits.PATTERNS
                + " patterns: the rest is not followed.");
        return;
      }
      try {
        List<String> found = files.stream().filter(new Glob(path)).toList();
        if (found.isEmpty()) {
          notes.tell(file + " names " + target + ", which no file matches.");
        }
        found.forEach(this::take);
      } catch (IllegalArgumentException e) {
        notes.tell(file + " names " + target + ": " + e.getMessage());
      }
    }

    /** Whether it is a link, which is not listed, to a file of this source. */
    private boolean isReadable(String path) {
      try (InputStream in = tree.open(path)) {
        return in.read() >= 0;
      } catch (IOException e) {
        return false;
      }
    }
  }
}
