package dev.portolan.ingestion.adapter;

import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.format.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the descriptors of a source: the files that match its patterns, and those that locations
 * among them name.
 */
public final class DescriptorSearch {
  /** Where descriptors may be when a source does not say where they are. */
  public static final List<String> ANY_FILE = List.of("**/*.{yaml,yml,json,jsonl,ndjson}");

  /**
   * What is remembered of a file is read in this format. Whoever changes what is read out of the
   * same files, be it an entity, a problem, a note or a page, raises it: then all files are read
   * anew. So does who has files taken that were passed over before, and who changes what is
   * remembered.
   */
  public static final int FORMAT = 3;

  /** How many files are looked up together. */
  private static final int RECALLED = 100;

  private final DescriptorReader reader;

  /** Searches with the given reader. */
  public DescriptorSearch(DescriptorReader reader) {
    this.reader = reader;
  }

  /** One that makes entities of files in these formats too, and looks for them. */
  public DescriptorSearch reading(Formats formats) {
    return new DescriptorSearch(reader.reading(formats));
  }

  /**
   * Reads what there is and was not read before; never throws for what the source holds.
   *
   * @param patterns of the files to begin with, beside those of the formats
   * @param revision of the tree, if it has such a thing
   */
  public SourceReading search(
      SourceTree tree, Collection<Glob> patterns, @Nullable String revision, Reception reception) {
    return revision != null && reception.has(revision)
        ? new SourceReading(0, revision, List.of(), List.of())
        : new Run(tree, reception).search(withFormats(patterns), revision);
  }

  private List<Glob> withFormats(Collection<Glob> patterns) {
    return Stream.concat(patterns.stream(), reader.formats().files().stream().map(Glob::new))
        .toList();
  }

  /** One search, with what it has come upon so far. */
  private final class Run {
    private final CountedTree tree;
    private final Reception reception;
    private final NavigableSet<String> files = new TreeSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();
    private final ToldOnce faults = new ToldOnce();
    private final ToldOnce notes = new ToldOnce();
    private final Set<String> patterns = new HashSet<>();
    private final Surroundings around;
    private int done;
    private int pages;
    private int targets;

    Run(SourceTree tree, Reception reception) {
      this.tree = new CountedTree(tree);
      this.around = new Surroundings(reader, this.tree, files, faults, notes);
      this.reception = reception;
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
          takeNext(listing.faults().isEmpty());
        }
      } catch (IOException e) {
        faults.tell("The source cannot be listed: " + e.getMessage());
      }
      return new SourceReading(done, revision, faults.sentences(), notes.sentences());
    }

    private void take(String file) {
      if (taken.add(file)) {
        waiting.add(file);
      }
    }

    /**
     * Takes the files that have waited longest, in their order.
     *
     * @param whole whether all files are listed: else nobody could tell that one is gone
     */
    private void takeNext(boolean whole) {
      List<String> next = new ArrayList<>();
      while (!waiting.isEmpty() && next.size() < RECALLED) {
        next.add(waiting.remove());
      }
      Map<String, FileReading> before = whole ? reception.recall(next, this::isCurrent) : Map.of();
      for (String file : next) {
        if (tree.isExhausted()) {
          faults.tell(CountedTree.EXHAUSTED);
        } else {
          FileReading reading = before.get(file);
          reading = reading != null && takeAgain(reading) ? reading : read(file);
          done++;
          pages += reading.pages();
          reading.targets().forEach(target -> follow(file, target));
        }
      }
    }

    private boolean isCurrent(FileReading before) {
      try {
        return before.fingerprint() != null
            && before.fingerprint().equals(before.grounds().fingerprint(tree, files).orElse(null));
      } catch (IOException e) {
        return false;
      }
    }

    /** Not where reading it would meet a bound of the whole source. */
    private boolean takeAgain(FileReading before) {
      if (tree.bytes() + before.bytes() > SearchLimits.BYTES
          || pages + before.pages() > SearchLimits.PAGES
          || !reception.takeAgain(before)) {
        return false;
      }
      tree.count(before.bytes());
      before.faults().forEach(faults::tell);
      before.notes().forEach(notes::tell);
      return true;
    }

    private FileReading read(String file) {
      reception.begin(file);
      FileReading reading =
          new DescriptorFile(file, around, SearchLimits.PAGES - pages, reception::take).read();
      reception.end(reading);
      return reading;
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
