package dev.portolan.ingestion.adapter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths inside of a source, with {@code /} and without a leading one. */
public final class SourcePath {
  private SourcePath() {}

  /**
   * Resolves a target as it stands in a file.
   *
   * @param file the path of the file
   * @param target relative to the file, or with a leading {@code /} to the source's root
   * @return the path; empty when it leads out of the source
   */
  public static Optional<String> resolve(String file, String target) {
    int folder = file.lastIndexOf('/');
    String text = target.startsWith("/") ? target : file.substring(0, folder + 1) + target;
    Deque<String> parts = new ArrayDeque<>();
    for (String part : text.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return text.indexOf('\0') >= 0 || text.indexOf('\\') >= 0
        ? Optional.empty()
        : Optional.of(String.join("/", parts));
  }
}
