package dev.portolan.scorecard.rule.cel;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which name was meant by one that there is not. */
final class Suggestion {
  /** CEL quotes the name that it does not know. */
  private static final Pattern UNKNOWN =
      Pattern.compile("un(?:defined field|declared reference to) '([^']+)'");

  /** More letters than that make another word. */
  private static final int MOST_MISTAKES = 2;

  private static final ImmutableList<String> NAMES =
      ImmutableList.<String>builder()
          .addAll(EntityType.ENTITY.fieldNames())
          .addAll(EntityType.GRAPH.fieldNames())
          .addAll(EntityType.STANDING.fieldNames())
          .addAll(RelatedType.NAMES)
          .add(CelCondition.ENTITY, CelCondition.RELATED, CelCondition.FACTS)
          .add(CelCondition.GRAPH, CelCondition.SCORECARDS)
          .add("daysSince", "daysUntil", "within", "hoursBetween", "median", "sum")
          .add("has", "size", "all", "exists", "filter", "map", "startsWith", "endsWith")
          .build();

  private Suggestion() {}

  /** The message, with the name that was meant where one is near. */
  static String added(String message) {
    Matcher unknown = UNKNOWN.matcher(message);
    return unknown.find()
        ? message + near(unknown.group(1)).map(" (did you mean %s?)"::formatted).orElse("")
        : message;
  }

  private static Optional<String> near(String name) {
    return NAMES.stream()
        .filter(known -> distance(name, known) <= MOST_MISTAKES)
        .min(Comparator.comparingInt(known -> distance(name, known)));
  }

  /** How many letters are to be put in, taken out or replaced (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
