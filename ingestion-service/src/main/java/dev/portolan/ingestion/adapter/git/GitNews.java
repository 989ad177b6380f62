package dev.portolan.ingestion.adapter.git;

import dev.portolan.ingestion.adapter.News;
import java.util.Locale;
import java.util.Optional;

/** Whether what a git server says has happened concerns a source. */
final class GitNews {
  private GitNews() {}

  /** Why it does not; empty when it does. */
  static Optional<String> passesOver(GitSource source, News news) {
    return switch (news) {
      case News.Push push -> passesOver(source, push);
      case News.Other(String what) ->
          Optional.of("The source is read after a push to its branch, and this is " + what + ".");
      case News.Unknown _ -> Optional.empty();
    };
  }

  private static Optional<String> passesOver(GitSource source, News.Push push) {
    String repository = place(source.url());
    if (push.repositories().stream().map(GitNews::place).noneMatch(repository::equals)) {
      return Optional.of("The push is to another repository than the source's.");
    }
    Optional<String> read = source.branch().or(() -> Optional.ofNullable(push.standard()));
    return read.filter(branch -> !branch.equals(push.branch()))
        .map(
            branch ->
                "The push is to the branch " + push.branch() + ", and the source reads another.");
  }

  /** The address without what may be written in several ways: the same for the same repository. */
  private static String place(String url) {
    return url.toLowerCase(Locale.ROOT)
        .replaceFirst("^[a-z+]+:/+([^@/]*@)?", "")
        .replaceFirst("/+$", "")
        .replaceFirst("\\.git$", "");
  }
}
