package dev.portolan.system.journey;

import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that a page shows to its readers.
 *
 * @param page from the root of the repository
 * @param query in GraphQL
 */
record Question(String page, String query) {
  private static final Pattern BLOCK = Pattern.compile("```graphql\\n(.*?)```", Pattern.DOTALL);

  /** All questions of these pages; a subscription is none. */
  static List<Question> in(String... pages) {
    List<Question> questions = new ArrayList<>();
    for (String page : pages) {
      Matcher block = BLOCK.matcher(read(page));
      while (block.find()) {
        if (!block.group(1).startsWith("subscription")) {
          questions.add(new Question(page, block.group(1)));
        }
      }
    }
    return questions;
  }

  /** Whether it needs nothing but the sample: no variables, and nothing that was deleted before. */
  boolean standsAlone() {
    return !query.contains("($") && !query.strip().startsWith("mutation");
  }

  /** Whether it is about a moment, which whoever asks has to say. */
  boolean isOfThePast() {
    return query.contains("$then");
  }

  private static String read(String page) {
    try {
      return Files.readString(Repository.root().resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return page + ": " + query.lines().findFirst().orElse("");
  }
}
