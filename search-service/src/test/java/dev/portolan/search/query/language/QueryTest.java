package dev.portolan.search.query.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portolan.events.EntityRef;
import dev.portolan.search.indexing.Trait;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.language.Condition.Depends;
import dev.portolan.search.query.language.Condition.Direction;
import dev.portolan.search.query.language.Condition.Has;
import dev.portolan.search.query.language.Condition.Not;
import dev.portolan.search.query.language.Condition.OneOf;
import dev.portolan.search.query.language.Condition.Other;
import dev.portolan.search.query.language.Condition.Phrase;
import dev.portolan.search.query.language.Condition.Stands;
import dev.portolan.search.query.language.Condition.Updated;
import dev.portolan.search.query.language.Standing.Comparison;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  @Test
  void wordsAreLookedForAndConditionsAreNot() {
    Query query = Query.of("python kind:Component services owner:payments", NOW);

    assertThat(query.text().words()).containsExactly("python", "services");
    assertThat(query.conditions())
        .containsExactly(
            new OneOf(FilterField.KIND, List.of("component")),
            new OneOf(FilterField.OWNER, List.of("group:default/payments")));
  }

  @Test
  void aScorecardIsNamedAloneOrWithALevelToCompareWith() {
    assertThat(Query.of("-scorecard:ready<gold scorecard:team-a/ready", NOW).conditions())
        .containsExactly(
            new Not(
                new Stands(
                    List.of(
                        new Standing(
                            EntityRef.parse("scorecard:default/ready"),
                            Comparison.BELOW,
                            "gold",
                            11)))),
            new Stands(
                List.of(
                    new Standing(
                        EntityRef.parse("scorecard:team-a/ready"),
                        Comparison.AT_LEAST,
                        null,
                        32))));
    assertThat(Query.of("scorecard:\"ready >= very good\"", NOW).conditions())
        .containsExactly(
            new Stands(
                List.of(
                    new Standing(
                        EntityRef.parse("scorecard:default/ready"),
                        Comparison.AT_LEAST,
                        "very good",
                        10))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<gold", "ready<", "ready<gold<silver", "ready==gold", "a$b"})
  void whatNamesNoScorecardAndLevelIsRefused(String value) {
    assertThat(
            catchThrowableOfType(
                InvalidSearchException.class, () -> Query.of("a scorecard:" + value, NOW)))
        .hasMessageStartingWith("At character 13: ");
  }

  @Test
  void ofSeveralValuesOneIsEnough() {
    assertThat(Query.of("tag:java,\"c sharp\",go", NOW).conditions())
        .containsExactly(new OneOf(FilterField.TAG, List.of("java", "c sharp", "go")));
  }

  @Test
  void aMinusTurnsConditionsAndWordsIntoTheirContrary() {
    assertThat(Query.of("-lifecycle:deprecated checkout -legacy -\"old one\"", NOW))
        .satisfies(
            query -> {
              assertThat(query.text().words()).containsExactly("checkout");
              assertThat(query.conditions())
                  .containsExactly(
                      new Not(new OneOf(FilterField.LIFECYCLE, List.of("deprecated"))),
                      new Not(new Phrase("legacy")),
                      new Not(new Phrase("old one")));
            });
  }

  @Test
  void whatStandsInQuotesMustStandTogether() {
    Query query = Query.of("\"takes money\" api", NOW);

    assertThat(query.text().words()).containsExactly("takes", "money", "api");
    assertThat(query.conditions()).containsExactly(new Phrase("takes money"));
  }

  @Test
  void aQuoteThatIsNotClosedYetEndsWithTheText() {
    assertThat(Query.of("api \"takes mon", NOW).conditions())
        .containsExactly(new Phrase("takes mon"));
  }

  @Test
  void theGraphIsAskedByNamesAndByReferences() {
    assertThat(Query.of("dependsOn:postgres,resource:default/db dependencyof:checkout", NOW))
        .extracting(Query::conditions)
        .isEqualTo(
            List.of(
                new Depends(
                    Direction.DEPENDENTS,
                    List.of(
                        new Other(EntityRef.parse("component:default/postgres"), 10),
                        new Other(EntityRef.parse("resource:default/db"), 19))),
                new Depends(
                    Direction.DEPENDENCIES,
                    List.of(new Other(EntityRef.parse("component:default/checkout"), 52)))));
  }

  @Test
  void whatAnEntityLacksCanBeAskedFor() {
    assertThat(Query.of("has:docs -has:ONCALL", NOW).conditions())
        .containsExactly(new Has(List.of(Trait.DOCS)), new Not(new Has(List.of(Trait.ONCALL))));
  }

  @Test
  void agesCountBackFromNowAndDaysAreWhole() {
    assertThat(Query.of("updated:<7d updated:>2w updated:>2026-01-31 updated:<2026-01-31", NOW))
        .extracting(Query::conditions)
        .isEqualTo(
            List.of(
                new Updated(true, Instant.parse("2026-11-19T12:00:00Z")),
                new Updated(false, Instant.parse("2026-11-12T12:00:00Z")),
                new Updated(true, Instant.parse("2026-02-01T00:00:00Z")),
                new Updated(false, Instant.parse("2026-01-31T00:00:00Z"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "component:default/cart",
        "https://github.com/acme/cart",
        "std::vector",
        "error:",
        "a - b",
        "-",
        "10:30"
      })
  void whatOnlyLooksLikeAKeyIsAWord(String typed) {
    assertThat(Query.of(typed, NOW).conditions()).isEmpty();
    assertThat(Query.of(typed, NOW).text().whole()).isEqualTo(typed);
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndTheOneThatWasMeant() {
    assertThat(refusal("checkout ownr:payments"))
        .satisfies(
            refusal -> {
              assertThat(refusal.at()).isEqualTo(9);
              assertThat(refusal)
                  .hasMessageContaining("At character 10")
                  .hasMessageContaining("did you mean owner?");
            });
  }

  @Test
  void aValueThatIsNoneIsNamedWithItsPlace() {
    assertThat(refusal("a updated:yesterday").at()).isEqualTo(10);
    assertThat(refusal("updated:>2026-02-30")).hasMessageContaining("no day 2026-02-30");
    assertThat(refusal("has:oncal")).hasMessageContaining("did you mean oncall?");
    assertThat(refusal("kind:")).hasMessageContaining("kind:component");
    assertThat(refusal("tag:java,")).hasMessageContaining("At character 10");
    assertThat(refusal("owner:a/b/c").at()).isEqualTo(6);
  }

  @Test
  void tooManyConditionsAreRefused() {
    assertThat(refusal("-a ".repeat(Query.MOST_CONDITIONS + 1)))
        .hasMessageContaining("At most 20 conditions");
    assertThat(refusal("x".repeat(10_000))).hasMessageContaining("10000 characters");
  }

  @Test
  void whateverIsTypedIsReadOrRefusedWithItsPlace() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(26);
    String letters = "ab:\"-, ()<>7d/\u202e\u0000\ud83d\ude00é*?~kind:tag:has:updated:";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        typed.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        Query.of(typed.toString(), NOW);
      } catch (InvalidSearchException e) {
        assertThat(e.at()).as("%s: %s", typed, e.getMessage()).isBetween(0, typed.length());
      }
    }
  }

  private static InvalidSearchException refusal(String typed) {
    return catchThrowableOfType(InvalidSearchException.class, () -> Query.of(typed, NOW));
  }
}
