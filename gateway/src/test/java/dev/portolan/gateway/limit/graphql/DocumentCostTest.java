package dev.portolan.gateway.limit.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.limit.Limits;
import graphql.introspection.IntrospectionQuery;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentCostTest {
  private static final GraphQLSchema SCHEMA = TestingSchema.SCHEMA;
  private static final Limits LIMITS = new Limits(15, 50_000, 2_000, 500, 100, 1_000);

  private static long cost(String text) {
    return cost(text, Map.of());
  }

  private static long cost(String text, Map<String, Object> variables) {
    Document document = Parser.parse(text);
    OperationDefinition operation =
        document.getDefinitionsOfType(OperationDefinition.class).getFirst();
    return DocumentCost.of(document, operation, variables, SCHEMA, LIMITS);
  }

  @Test
  void plainValuesCostNothingAndObjectsCostOne() {
    assertThat(cost("{ entity(ref: \"a:b\") { ref title tags labels } }")).isEqualTo(1);
    assertThat(cost("{ entity(ref: \"a:b\") { owner { owner { ref } } } }")).isEqualTo(3);
  }

  @Test
  void theSizeOfAPageMultipliesWhatEachItemCosts() {
    // the call 10, then for each of 50: the node and its owner
    assertThat(cost("{ entities { totalCount nodes { owner { ref } } } }")).isEqualTo(10 + 50 * 2);
    assertThat(cost("{ entities(first: 3) { nodes { owner { ref } } } }")).isEqualTo(10 + 3 * 2);
    assertThat(cost("{ entities(first: 3) { edges { node { ref } } } }")).isEqualTo(10 + 3 * 2);
  }

  @Test
  void theEntitiesOnEveryPathCount() {
    // the call 50, three paths, and ten entities on each
    assertThat(
            cost("{ paths(from: \"a:b\", to: \"a:c\", first: 3) { paths { entities { ref } } } }"))
        .isEqualTo(50 + 3 + 3 * 10);
  }

  @Test
  void aVariableCountsAsItsValueOrItsDefault() {
    String text = "query($n: Int = 4) { entities(first: $n) { nodes { ref } } }";
    assertThat(cost(text)).isEqualTo(10 + 4);
    assertThat(cost(text, Map.of("n", 7))).isEqualTo(10 + 7);
    assertThat(cost("query($n: Int) { entities(first: $n) { nodes { ref } } }"))
        .as("what is not known is taken for the longest page")
        .isEqualTo(10 + 500);
  }

  @Test
  void itemsAreFetchedWhateverIsSelectedOfThem() {
    assertThat(cost("{ entities(first: 3) { nodes { ref } } }")).isEqualTo(10 + 3);
    assertThat(cost("{ entities(first: 3) { pageInfo { endCursor } } }"))
        .as("the last item must be known")
        .isGreaterThanOrEqualTo(10 + 3);
    assertThat(
            cost("{ entities(first: 3) { ...f } } fragment f on EntityConnection { totalCount }"))
        .as("a fragment may ask for the items")
        .isEqualTo(10 + 3);
  }

  @Test
  void aCountIsOneCallUnderEveryItemAndEveryAlias() {
    assertThat(cost("{ a: entities { totalCount } b: entities { totalCount } }")).isEqualTo(2 * 10);
    assertThat(
            cost(
                """
                { entities(first: 500) { nodes {
                    a: relations { totalCount } b: relations { totalCount } } } }"""))
        .isEqualTo(10 + 500 + 500 * 2);
    assertRefused(
        IntStream.range(0, 11)
            .mapToObj(i -> "a" + i + ": history { totalCount } ")
            .collect(Collectors.joining("", "{ entities(first: 500) { nodes { ", "} } }")),
        "are allowed");
  }

  @Test
  void waitingForAVersionIsDear() {
    assertThat(cost("{ entity(ref: \"a:b\", minVersion: 3) { ref } }")).isEqualTo(500 + 1);
    assertThat(cost("{ entity(ref: \"a:b\", minVersion: null) { ref } }")).isEqualTo(1);
    assertRefused(
        IntStream.range(0, 101)
            .mapToObj(i -> "a" + i + ": entity(ref: \"a:b\", minVersion: 3) { ref } ")
            .collect(Collectors.joining("", "{", "}")),
        "are allowed");
  }

  @Test
  void itemsThatACursorPassesOverAreFetchedToo() {
    String after = Base64.getUrlEncoder().withoutPadding().encodeToString("900.x".getBytes(UTF_8));
    String text = "query($c: String) { entities(first: 3, after: $c) { nodes { ref } } }";
    assertThat(cost(text, Map.of("c", after))).isEqualTo(10 + 3 + 900);
    assertThat(cost(text)).isEqualTo(10 + 3);
    assertThat(cost(text, Map.of("c", "no cursor"))).isEqualTo(10 + 3);
  }

  @Test
  void aUsualQuestionOfAPortalIsAllowed() {
    assertThat(
            cost(
                """
                { entities(first: 100) { nodes {
                    ref title owner { ref title }
                    relations { edges { type ref node { ref title } } }
                    scorecardResults { level rules { rule status } } } } }"""))
        .isLessThan(50_000);
    assertThat(
            cost(
                """
                { impact(ref: "a:b") { total byKind { key count }
                    entities(first: 1000) { nodes { depth path entity { title owner { ref } } } } } }"""))
        .isLessThan(50_000);
  }

  @Test
  void aListThatIsCutCostsWhatItShows() {
    assertThat(cost("{ impact(ref: \"a:b\") { byOwner(first: 30) { key count } } }"))
        .isEqualTo(cost("{ impact(ref: \"a:b\") { byOwner(first: 10) { key count } } }") + 20);
  }

  @Test
  void whatTakesACallOfItsOwnCostsOne() {
    // ten scorecards, each with ten calls' worth of places and ten of days
    assertThat(cost("{ scorecards { rollUp { ref } trend { day } } }"))
        .isEqualTo(10 * (10 + 10 * 10 + 10 * 10));
    assertThat(cost("{ entities(first: 100) { nodes { facts { name } } } }"))
        .isEqualTo(10 + 100 + 100 * 10 * 10);
    assertThat(cost("{ entity(ref: \"a:b\") { fixes(first: 3) { rule } } }")).isEqualTo(1 + 3 * 10);
    assertThat(cost("query($s: JSON!) { dryRun(scorecard: $s) { rise } }")).isEqualTo(500);
    assertRefused("{ fixes(of: \"a:b\", first: 201) { rule } }", "must be 0 to 200");
    assertRefused(
        "{ entities(first: 500) { nodes { fixes(first: 200) { rule } } } }", "are allowed");
  }

  @Test
  void aPageOfAScorecardForAPortalIsAllowed() {
    assertThat(
            cost(
                """
                { scorecard(ref: "ready") { title stage owner { title } levels { name color } rules { id fix { links { url } } }
                    rollUp { entity { title } levels { level count } } trend(days: 90) { day levels { count } }
                    movers { entity { title } change }
                    results(first: 100) { levels { level count } nodes { percentage entity { title owner { title } }
                      categories { category level } rules { rule status evidence { what value } } } } } }"""))
        .isLessThan(50_000);
  }

  @Test
  void listsInsideListsInsideListsAreRefused() {
    assertRefused(
        "{ entities(first: 500) { nodes { relations { nodes { relations { nodes { ref } } } } } } }",
        "are allowed");
    assertRefused(
        "{ entities(first: 500) { nodes { impact { entities(first: 1000) { nodes { ref } } } } } }",
        "are allowed");
  }

  @Test
  void pagesHaveALengthThatIsSaid() {
    assertRefused(
        "{ entities(first: 501) { totalCount } }",
        "`first` of `entities` is 501; it must be 0 to 500");
    assertRefused("{ search(text: \"x\", first: 101) { totalCount } }", "must be 0 to 100");
    assertRefused("{ entities(first: -1) { totalCount } }", "is -1");
    assertRefused("{ entities(first: 501) { totalCount } }", "read on with `after`");
    assertRefused(
        "{ impact(ref: \"a:b\") { byOwner(first: 10001) { key } } }", "must be 0 to 10,000.");
    assertRefused("{ entities(first: 99999999999999999999) { totalCount } }", "must be 0 to 500");
    assertThat(cost("{ impact(ref: \"a:b\") { entities(first: 1000) { totalCount } } }"))
        .isPositive();
    assertRefused(
        "{ impact(ref: \"a:b\") { entities(first: 1001) { totalCount } } }", "0 to 1,000");
    assertThatThrownBy(
            () ->
                cost(
                    "query($n: Int) { search(text: \"x\", first: $n) { totalCount } }",
                    Map.of("n", -5)))
        .hasMessageContaining("`first` of `search` is -5");
  }

  @Test
  void fieldsStandOnlySoDeep() {
    assertThat(cost(owners(14))).isPositive();
    assertRefused(owners(15), "16 fields deep, and 15 are allowed");
  }

  private static String owners(int times) {
    return "{ entity(ref: \"a:b\") {"
        + " owner {".repeat(times - 1)
        + " ref"
        + " }".repeat(times + 1);
  }

  @Test
  void aliasesAreFieldsToo() {
    String many =
        IntStream.range(0, 1_001)
            .mapToObj(i -> "a" + i + ": entity(ref: \"a:b\") { ref }")
            .collect(Collectors.joining(" ", "{", "}"));
    assertRefused(many, "more than 2,000 fields");
  }

  @Test
  void fragmentsThatDoubleEachOtherEndAtTheLimit() {
    String bomb =
        "{ entity(ref: \"a:b\") { ...f0 } }"
            + IntStream.range(0, 40)
                .mapToObj(
                    i -> "fragment f%d on Entity { ...f%d ...f%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining())
            + "fragment f40 on Entity { ref }";
    assertRefused(bomb, "more than 2,000 fields");
  }

  @Test
  void fragmentsThatSpreadThemselvesEndAtTheLimit() {
    assertRefused(
        "{ entity(ref: \"a:b\") { ...f } } fragment f on Entity { ...f }",
        "more than 2,000 fields");
    assertRefused(
        "{ entity(ref: \"a:b\") { ...f } } fragment f on Entity { owner { ...f } }", "fields deep");
  }

  @Test
  void introspectionIsLeftToItsOwnLimits() {
    assertThat(cost(IntrospectionQuery.INTROSPECTION_QUERY)).isZero();
  }

  @Test
  void whatTheSchemaHasNotIsLeftToTheValidation() {
    assertThat(cost("{ nothing(first: 9) { at { all } } ...gone }")).isZero();
  }

  private static void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> cost(text))
        .isInstanceOf(CodedException.class)
        .hasMessageContaining(reason);
  }
}
