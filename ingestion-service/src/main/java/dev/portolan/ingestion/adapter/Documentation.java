package dev.portolan.ingestion.adapter;

import dev.portolan.events.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documentation that entities name by {@code backstage.io/techdocs-ref}: the Markdown files of
 * an MkDocs folder, and the README beside it. Each becomes a page of its entity.
 */
final class Documentation {
  private static final String ANNOTATION = "backstage.io/techdocs-ref";
  private static final String FOLDER = "dir:";

  /** MkDocs' configuration has tags that only Python reads, and of it all this is needed alone. */
  private static final Pattern DOCS_DIR =
      Pattern.compile("^docs_dir:[ \\t]*[\"']?([^\"'#\\r\\n]{1,500})", Pattern.MULTILINE);

  private final TracedTree tree;
  private final NavigableSet<String> files;
  private final int most;
  private final ToldOnce faults;
  private final ToldOnce notes;
  private final Set<DocsFolder> folders = new LinkedHashSet<>();
  private int pages;

  /**
   * Looks for the pages of one file's entities.
   *
   * @param files what the tree lists
   * @param most how many pages may be read
   */
  Documentation(
      TracedTree tree, NavigableSet<String> files, int most, ToldOnce faults, ToldOnce notes) {
    this.tree = tree;
    this.files = files;
    this.most = most;
    this.faults = faults;
    this.notes = notes;
  }

  /** How many pages there were, be they read or beyond what may be. */
  int pages() {
    return pages;
  }

  /** Whether there were no more pages than may be read. */
  boolean isWhole() {
    return pages <= most;
  }

  /** The folders that were looked into. */
  List<DocsFolder> folders() {
    return List.copyOf(folders);
  }

  /**
   * Reads the pages of an entity.
   *
   * @param file in which the entity stands
   */
  void read(String file, Entity entity, Consumer<MarkdownPage> sink) {
    String target = entity.annotations().get(ANNOTATION);
    if (target == null) {
      return;
    }
    if (!target.startsWith(FOLDER)) {
      notes.tell(
          file + " has its documentation at " + target + ", which is not read: only dir: is.");
      return;
    }
    Optional<String> folder = SourcePath.resolve(file, target.substring(FOLDER.length()) + "/");
    if (folder.isEmpty()) {
      notes.tell(file + " has its documentation at " + target + ", which leads out of the source.");
      return;
    }
    DocsFolder docs = docsFolder(folder.get());
    folders.add(docs);
    NavigableSet<String> found = docs.pages(files);
    if (found.isEmpty()) {
      notes.tell(file + " has its documentation at " + target + ", where no Markdown file is.");
    }
    found.forEach(page -> readPage(page, entity, sink));
  }

  private DocsFolder docsFolder(String folder) {
    String root = folder.isEmpty() ? "" : folder + "/";
    return new DocsFolder(
        root,
        SourcePath.resolve(root + "mkdocs.yml", docsDir(root) + "/")
            .map(docs -> docs.isEmpty() ? "" : docs + "/")
            .orElse(null));
  }

  private String docsDir(String root) {
    for (String name : new String[] {"mkdocs.yml", "mkdocs.yaml"}) {
      tree.lookAt(root + name);
      if (files.contains(root + name)) {
        Matcher said = DOCS_DIR.matcher(text(root + name).orElse(""));
        return said.find() ? said.group(1).strip() : "docs";
      }
    }
    return "docs";
  }

  private void readPage(String path, Entity entity, Consumer<MarkdownPage> sink) {
    if (++pages > most) {
      faults.tell(
          "The documentation has more than %,d pages: the rest is not read."
              .formatted(SearchLimits.PAGES));
      return;
    }
    text(path).ifPresent(text -> sink.accept(new MarkdownPage(entity, path, text)));
  }

  private Optional<String> text(String path) {
    try (InputStream in = tree.open(path)) {
      byte[] bytes = in.readNBytes(SearchLimits.PAGE_BYTES + 1);
      if (bytes.length > SearchLimits.PAGE_BYTES) {
        notes.tell(
            "%s has more than %,d bytes and is no page.".formatted(path, SearchLimits.PAGE_BYTES));
        return Optional.empty();
      }
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      notes.tell(path + " is not UTF-8 and is no page.");
    } catch (IOException e) {
      faults.tell(path + " cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
