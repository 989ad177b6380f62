package dev.portolan.ingestion.adapter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * All that the reading of a file rests on: as long as it is the same, so is what is read.
 *
 * @param files that were opened, or found not to be there: itself and those of its placeholders and
 *     its documentation
 * @param folders of its documentation
 */
public record Grounds(List<String> files, List<DocsFolder> folders) {

  /**
   * What tells it from any other content of the same files and folders.
   *
   * @param listed all files of the tree
   * @return empty when only reading all of it would tell
   */
  Optional<String> fingerprint(SourceTree tree, NavigableSet<String> listed) throws IOException {
    MessageDigest digest = sha256();
    for (String file : files) {
      Optional<String> content = tree.fingerprint(file);
      if (content.isEmpty()) {
        return Optional.empty();
      }
      add(digest, content.get());
    }
    for (DocsFolder folder : folders) {
      NavigableSet<String> pages = folder.pages(listed);
      add(digest, Integer.toString(pages.size()));
      pages.forEach(page -> add(digest, page));
    }
    return Optional.of(Base64.getEncoder().withoutPadding().encodeToString(digest.digest()));
  }

  /** With its end, so that no two lists of texts run together to the same. */
  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
