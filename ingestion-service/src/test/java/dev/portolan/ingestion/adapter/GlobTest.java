package dev.portolan.ingestion.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlobTest {

  @Test
  void matchesAsASimpleModelDoes() {
    Random random = new Random(20261126);
    int matches = 0;
    for (int i = 0; i < 40_000; i++) {
      String pattern = pattern(random);
      String path = text(random, "ab/,", random.nextInt(8));
      boolean expected = expand(pattern).stream().anyMatch(each -> matches(each, path));

      assertThat(new Glob(pattern).test(path)).as("%s on %s", pattern, path).isEqualTo(expected);
      matches += expected ? 1 : 0;
    }
    assertThat(matches).isBetween(2_000, 36_000);
  }

  @Test
  void noPatternTakesLongOnAnyPath() {
    String path = "a".repeat(SearchLimits.PATH_BYTES - 1);
    for (String pattern :
        List.of(
            "*a".repeat(149) + "b",
            "**/".repeat(99) + "b",
            "**a".repeat(99) + "b",
            "{*a,**}".repeat(42) + "b")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            assertThat(new Glob(pattern).test(path)).isFalse();
            assertThat(new Glob(pattern).test(path.replace("aa", "a/"))).isFalse();
          },
          pattern);
    }
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder();
    for (int parts = random.nextInt(5); parts >= 0; parts--) {
      pattern.append(
          random.nextInt(4) == 0
              ? "{" + text(random, "ab*/?,", 1 + random.nextInt(4)) + "}"
              : text(random, "ab*/?,**", random.nextInt(4)));
    }
    return pattern.toString();
  }

  private static String text(Random random, String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** Writes each pattern of an alternative out; a wildcard ends with its part. */
  private static List<String> expand(String pattern) {
    int open = pattern.indexOf('{');
    if (open < 0) {
      return List.of(pattern);
    }
    int close = pattern.indexOf('}');
    List<String> all = new ArrayList<>();
    for (String alternative : pattern.substring(open + 1, close).split(",", -1)) {
      for (String rest : expand(pattern.substring(close + 1))) {
        all.add(pattern.substring(0, open) + APART + alternative + APART + rest);
      }
    }
    return all;
  }

  /** Keeps the stars beside a brace from becoming two. */
  private static final char APART = '|';

  private static boolean matches(String pattern, String path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    if (pattern.charAt(0) == APART) {
      return matches(pattern.substring(1), path);
    }
    if (pattern.startsWith("**/")) {
      String rest = pattern.substring(3);
      return matches(rest, path)
          || splits(path)
              .anyMatch(i -> path.charAt(i) == '/' && matches(rest, path.substring(i + 1)));
    }
    if (pattern.startsWith("**")) {
      String rest = pattern.substring(2);
      return matches(rest, path)
          || splits(path).anyMatch(i -> matches(rest, path.substring(i + 1)));
    }
    if (pattern.charAt(0) == '*') {
      return matches(pattern.substring(1), path)
          || (!path.isEmpty() && path.charAt(0) != '/' && matches(pattern, path.substring(1)));
    }
    boolean first =
        !path.isEmpty()
            && (pattern.charAt(0) == '?'
                ? path.charAt(0) != '/'
                : pattern.charAt(0) == path.charAt(0));
    return first && matches(pattern.substring(1), path.substring(1));
  }

  private static IntStream splits(String path) {
    return IntStream.range(0, path.length());
  }
}
