package dev.portolan.cli.lint;

import dev.portolan.cli.page.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * By what a problem is known again after lines were added above it: the file, the rule, the entity
 * and the field, and its number where several have all of these in common.
 */
final class Fingerprints {
  /** Not {@code primaryLocationLineHash}, which GitHub's upload computes and compares. */
  static final String KEY = "portolanProblem/v1";

  private final Map<String, Integer> seen = new HashMap<>();

  String of(Verdict.Problem problem) {
    String identity =
        String.join(
            "\n",
            Words.text(problem.path()),
            problem.rule(),
            Words.text(problem.ref()),
            Words.text(problem.field()));
    return hash(identity) + ":" + seen.merge(identity, 1, Integer::sum);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
