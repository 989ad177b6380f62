package dev.portolan.ingestion.adapter;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the documentation of an entity lies. Paths end with {@code /}; that of the source's root is
 * empty.
 *
 * @param root where {@code mkdocs.yml} and the README are
 * @param docs where the Markdown files are; null when that leads out of the source
 */
public record DocsFolder(String root, @Nullable String docs) {

  /**
   * The pages among the files of a tree.
   *
   * @param files all that the tree lists
   */
  NavigableSet<String> pages(NavigableSet<String> files) {
    NavigableSet<String> pages = new TreeSet<>();
    if (docs != null) {
      files.tailSet(docs, true).stream()
          .takeWhile(file -> file.startsWith(docs))
          .filter(DocsFolder::isMarkdown)
          .forEach(pages::add);
    }
    files.tailSet(root, true).stream()
        .takeWhile(file -> file.startsWith(root))
        .filter(file -> file.substring(root.length()).toLowerCase(Locale.ROOT).equals("readme.md"))
        .forEach(pages::add);
    return pages;
  }

  private static boolean isMarkdown(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown");
  }
}
