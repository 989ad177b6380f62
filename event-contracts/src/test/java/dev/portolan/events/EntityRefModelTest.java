package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * References that were thrown by dice, each held against a regular expression that says the rule.
 */
class EntityRefModelTest {
  private static final int THROWS = 20_000;
  private static final String WORD = "(?=[^:/]{1,63}(?:/|$))[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*";
  private static final Pattern MODEL =
      Pattern.compile(
          "(?<kind>[A-Za-z][A-Za-z0-9]{0,62}):(?:(?<namespace>"
              + WORD
              + ")/)?(?<name>"
              + WORD
              + ")");

  /** What the schema has other systems check. */
  private static final List<Pattern> SCHEMA =
      EventSchema.ENTITY_CHANGED
          .tree()
          .at("/$defs/ref/allOf")
          .valueStream()
          .map(each -> Pattern.compile(each.path("pattern").asString()))
          .toList();

  private final Random random = new Random(20261124);

  @Test
  void aTextIsAReferenceExactlyWhenTheModelTakesIt() {
    int references = 0;
    for (int i = 0; i < THROWS; i++) {
      String text = text();
      Optional<String> canonical = canonical(text);
      assertThat(parsed(text)).as(text).isEqualTo(canonical);
      assertThat(SCHEMA.stream().allMatch(pattern -> pattern.matcher(text).find()))
          .as("the schema on %s", text)
          .isEqualTo(canonical.isPresent() && text.equals(canonical.get()));
      canonical.ifPresent(ref -> assertThat(parsed(ref)).hasValue(ref));
      references += canonical.isPresent() ? 1 : 0;
    }
    assertThat(references).as("dice that show both sides").isBetween(THROWS / 5, THROWS * 4 / 5);
  }

  private static Optional<String> parsed(String text) {
    try {
      return Optional.of(EntityRef.parse(text).toString());
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> canonical(String text) {
    Matcher model = MODEL.matcher(text);
    if (!model.matches()) {
      return Optional.empty();
    }
    String namespace = Objects.requireNonNullElse(model.group("namespace"), "default");
    return Optional.of(
        (model.group("kind") + ":" + namespace + "/" + model.group("name"))
            .toLowerCase(Locale.ROOT));
  }

  private String text() {
    String text = one(4) ? part() : part() + "/" + part();
    return one(20) ? text : (one(2) ? "component" : part()) + ":" + text;
  }

  /** Mostly of word characters, of a length that is short or near the limit. */
  private String part() {
    int length = one(4) ? 61 + random.nextInt(4) : random.nextInt(one(3) ? 2 : 1, 9);
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < length; i++) {
      String from = one(12) ? "-_." : one(400) ? ":/ +é²\u0000\uD83D" : one(3) ? "AZ" : "az09";
      part.append(from.charAt(random.nextInt(from.length())));
    }
    return part.toString();
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }
}
