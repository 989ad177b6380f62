package dev.portolan.cli.importing.opslevel;

import static dev.portolan.cli.importing.CelWorld.daysAgo;
import static dev.portolan.cli.importing.CelWorld.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.importing.CelWorld;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.Scorecard;
import dev.portolan.cli.importing.Scorecard.Category;
import dev.portolan.cli.importing.Scorecard.Expression;
import dev.portolan.cli.importing.Scorecard.Level;
import dev.portolan.cli.importing.Scorecard.Manual;
import dev.portolan.cli.importing.Scorecard.Rule;
import dev.portolan.cli.importing.Scorecard.Status;
import dev.portolan.cli.importing.Scorecard.Untranslated;
import dev.portolan.cli.importing.Translation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

class OpsLevelTest {
  /** Apostrophes are easier to read in Java than quotes. */
  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build())
          .build();

  private static final Path FILE = Path.of("checks.json");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "'type': 'has_owner' -> size(related.ownedBy) > 0",
        "'type': 'has_owner', 'tagKey': 'tier', 'tagPredicate': {'type': 'equals', 'value': '1'}"
            + " -> related.ownedBy.exists(owner, 'tier' in owner.labels"
            + " && owner.labels['tier'] == '1')",
        "'type': 'has_recent_deploy', 'days': 14 -> has(facts.deployments)"
            + " && facts.deployments.exists(deployment, within(deployment.at, 14))",
        "'type': 'service_property', 'serviceProperty': 'description' -> has(entity.description)",
        "'type': 'service_property', 'serviceProperty': 'language', 'propertyValuePredicate':"
            + " {'type': 'equals', 'value': 'java'}"
            + " -> has(entity.spec.language) && entity.spec.language == 'java'",
        "'type': 'service_property', 'serviceProperty': 'tier_index',"
            + " 'propertyValuePredicate': {'type': 'exists'} -> 'tier' in entity.labels",
        "'type': 'custom_property', 'propertyDefinition': {'aliases': [], 'alias': 'cost-centre'},"
            + " 'propertyValuePredicate': {'type': 'exists'} -> has(facts.cost_centre)",
        "'type': 'has_documentation', 'documentType': 'api', 'documentSubtype': 'openapi'"
            + " -> related.providesApi.exists(api, has(api.spec.type)"
            + " && api.spec.type == 'openapi')",
        "'type': 'has_documentation', 'documentType': 'tech'"
            + " -> 'backstage.io/techdocs-ref' in entity.annotations"
            + " || size(related.documentedBy) > 0",
        "'type': 'has_repository' -> 'backstage.io/source-location' in entity.annotations"
            + " || 'github.com/project-slug' in entity.annotations || has(facts.git)",
        "'type': 'tool_usage', 'toolCategory': 'metrics',"
            + " 'toolNamePredicate': {'type': 'contains', 'value': 'Data'}"
            + " -> entity.links.exists(link, has(link.type) && link.type == 'metrics'"
            + " && has(link.title) && link.title.contains('Data'))",
        "'type': 'tag_defined', 'tagKey': 'db' -> 'db' in entity.labels",
        "'type': 'tag_defined', 'tagKey': 'db',"
            + " 'tagPredicate': {'type': 'does_not_equal', 'value': 'x'}"
            + " -> 'db' in entity.labels && !(entity.labels['db'] == 'x')",
        "'type': 'tag_defined', 'tagKey': 'n',"
            + " 'tagPredicate': {'type': 'greater_than_or_equal_to', 'value': '5'}"
            + " -> 'n' in entity.labels && double(entity.labels['n']) >= 5.0",
        "'type': 'tag_defined', 'tagKey': 'v',"
            + " 'tagPredicate': {'type': 'matches_regex', 'value': '^v[0-9]+'}"
            + " -> 'v' in entity.labels && entity.labels['v'].matches('^v[0-9]+')",
        "'type': 'alert_source_usage', 'alertSourceType': 'pagerduty'"
            + " -> 'pagerduty.com/service-id' in entity.annotations"
            + " || 'pagerduty.com/integration-key' in entity.annotations",
        "'type': 'git_branch_protection' -> has(facts.git) && has(facts.git.defaultBranchProtected)"
            + " && facts.git.defaultBranchProtected == true",
        "'type': 'service_dependency'"
            + " -> size(related.dependsOn) > 0 || size(related.dependencyOf) > 0",
        "'type': 'relationship', 'relationshipDefinition': {'id': '7', 'alias': 'runs_on'},"
            + " 'relationshipCountPredicate':"
            + " {'type': 'greater_than_or_equal_to', 'value': '2'}"
            + " -> (has(entity.relations.runs_on) ? size(entity.relations.runs_on) : 0) >= 2",
      })
  void aCheckSaysTheSameInCel(String check, String cel) {
    assertThat(rule(check).body()).isEqualTo(new Expression(cel));
    CelWorld.compile(cel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "'type': 'repo_file', 'filePaths': ['README.md'] -> the catalog does not hold what is in a"
            + " repository; report it as a fact",
        "'type': 'repo_search' -> the catalog does not hold what is in a repository; report it as"
            + " a fact",
        "'type': 'generic', 'successCondition': '.x' -> its data is sent to OpsLevel; send it to"
            + " Portolan as a fact, and ask for that",
        "'type': 'has_service_config' -> there is no opslevel.yml here; every entity has a source",
        "'type': 'has_owner', 'requireContactMethod': true -> it asks how the owner is reached,"
            + " which no rule sees",
        "'type': 'service_property', 'serviceProperty': 'tier_index', 'propertyValuePredicate':"
            + " {'type': 'equals', 'value': '1'} -> it compares tier_index, a number that only"
            + " OpsLevel knows",
        "'type': 'service_property', 'serviceProperty': 'note' -> an entity has nothing like the"
            + " property note",
        "'type': 'tag_defined', 'tagKey': 'v', 'tagPredicate':"
            + " {'type': 'satisfies_version_constraint', 'value': '>1'}"
            + " -> no condition of Portolan is like satisfies_version_constraint",
        "'type': 'tool_usage', 'toolCategory': 'metrics', 'environmentPredicate':"
            + " {'type': 'equals', 'value': 'x'} -> a link has no environment",
        "'type': 'alert_source_usage', 'alertSourceType': 'datadog' -> of alert sources only"
            + " PagerDuty without a name has an annotation that tells it",
        "'type': 'has_recent_deploy', 'days': 'many' -> its days is many, no number of days",
        "'type': 'relationship', 'relationshipDefinitionId': 'Z2lk' -> its relationship definition"
            + " is an id; give its alias in its place",
        "'type': 'package_version' -> checks of its type have no counterpart in Portolan",
      })
  void whatHasNoCounterpartKeepsItsWordsAndHasNoExpression(String check, String reason) {
    Translation translation = translated("{'name': 'It', %s}".formatted(check));

    assertThat(translation.scorecard().rules().getFirst().body())
        .isInstanceOfSatisfying(
            Untranslated.class,
            body -> {
              assertThat(body.reason()).isEqualTo(reason);
              assertThat(body.original()).contains("\"name\":\"It\"");
            });
    assertThat(translation.gaps()).extracting(Translation.Gap::rule).containsExactly("It");
  }

  @Test
  void aManualCheckIsAskedAgainAfterItsTime() {
    Rule rule =
        rule(
            """
            'type': 'manual', 'updateRequiresComment': false,
            'updateFrequency': {'startingDate': '2026-01-01T00:00:00Z',
              'frequencyTimeScale': 'week', 'frequencyValue': 2}
            """);

    assertThat(rule.body()).isEqualTo(new Manual(14, null));
    assertThat(rule("'type': 'manual'").body()).isEqualTo(new Manual(null, null));
  }

  @Test
  void theFileOfACheckOfTheCommandLineIsUnderstood() {
    Scorecard scorecard =
        translated(
                """
                {'version': 1, 'kind': 'has_owner', 'spec': {'name': 'Owner Defined',
                  'category': 'quality', 'level': 'silver', 'enabled': true,
                  'notes': 'Somebody must.', 'owner': 'sre_team'}}
                """,
                """
                {'kind': 'tag_defined', 'spec': {'name': 'Tier', 'category': 'quality',
                  'level': 'bronze', 'enabled': false, 'tagKey': 'tier'}}
                """)
            .scorecard();

    assertThat(scorecard.name()).isEqualTo("opslevel-rubric");
    assertThat(scorecard.filter()).isEqualTo("entity.kind == 'Component'");
    assertThat(scorecard.status()).isEqualTo(Status.published);
    assertThat(scorecard.levels())
        .containsExactly(
            new Level("bronze", 1, null, null, null), new Level("silver", 2, null, null, null));
    assertThat(scorecard.categories()).containsExactly(new Category("quality", null));
    assertThat(scorecard.rules())
        .containsExactly(
            new Rule(
                "owner-defined",
                "Owner Defined",
                "Somebody must.",
                null,
                "silver",
                "quality",
                null,
                null,
                new Expression("size(related.ownedBy) > 0"),
                List.of("Its owner: sre_team")),
            new Rule(
                "tier",
                "Tier",
                null,
                null,
                "bronze",
                "quality",
                null,
                "false",
                new Expression("'tier' in entity.labels"),
                List.of()));
  }

  @Test
  void theAnswerOfTheApiIsUnderstood() {
    Scorecard scorecard =
        translated(
                """
                {'data': {'account': {'rubric': {
                  'levels': {'nodes': [
                    {'id': 'L2', 'name': 'Shiny', 'alias': 'shiny', 'index': 2},
                    {'id': 'L1', 'name': 'Dull', 'alias': 'dull', 'index': 1,
                     'description': 'To begin with.'}]},
                  'checks': {'nodes': [
                    {'id': 'C', 'name': 'Has docs', 'type': 'has_documentation',
                     'documentType': 'tech', 'enabled': true, 'enableOn': '2027-01-01T00:00:00Z',
                     'category': {'id': 'K', 'name': 'Service Ownership'},
                     'level': {'id': 'L2', 'alias': 'shiny', 'name': 'Shiny'},
                     'owner': {'team': {'alias': 'devs', 'id': 'T'}},
                     'filter': {'id': 'F', 'name': 'Tier 1', 'connective': 'and', 'predicates': [
                       {'key': 'tags', 'keyData': 'tier', 'type': 'equals', 'value': '1'},
                       {'key': 'language', 'type': 'does_not_equal', 'value': 'cobol'}]}}
                  ]}}}}}
                """)
            .scorecard();

    assertThat(scorecard.levels())
        .containsExactly(
            new Level("Dull", 1, null, null, "To begin with."),
            new Level("Shiny", 2, null, null, null));
    Rule rule = scorecard.rules().getFirst();
    assertThat(rule.category()).isEqualTo("service-ownership");
    assertThat(scorecard.categories())
        .containsExactly(new Category("service-ownership", "Service Ownership"));
    assertThat(rule.level()).isEqualTo("Shiny");
    assertThat(rule.comments()).containsExactly("Its owner: devs");
    assertThat(rule.when())
        .isEqualTo(
            "'tier' in entity.labels && entity.labels['tier'] == '1'"
                + " && !(has(entity.spec.language) && entity.spec.language == 'cobol')"
                + " && daysUntil('2027-01-01T00:00:00Z') <= 0");
  }

  @Test
  void theJsonOfTerraformIsUnderstood() {
    List<Translation> translations =
        all(
            """
            {'resource': {
              'opslevel_rubric_level': {'b': {'name': 'Bronze', 'index': 1}},
              'opslevel_rubric_category': {'security': {'name': 'Security'}},
              'opslevel_filter': {'tier1': {'name': 'Tier 1', 'connective': 'or', 'predicate': [
                {'key': 'tags', 'key_data': 'tier', 'type': 'equals', 'value': '1'},
                {'key': 'tags', 'key_data': 'tier', 'type': 'does_not_exist'}]}},
              'opslevel_scorecard': {'mine': {'name': 'My Scorecard',
                'affects_overall_service_levels': true, 'description': 'Mine.',
                'filter_id': '${opslevel_filter.tier1.id}'}},
              'opslevel_check_tag_defined': {
                'db': {'name': 'Has a database', 'enabled': true,
                  'category': '${opslevel_rubric_category.security.id}',
                  'level': '${opslevel_rubric_level.b.id}',
                  'filter': '${opslevel_filter.tier1.id}',
                  'owner': '${data.opslevel_team.devs.id}',
                  'tag_key': 'db', 'tag_predicate': [{'type': 'contains', 'value': 'sql'}]}},
              'opslevel_check_manual': {
                'asked': {'name': 'Asked', 'category': '${opslevel_scorecard.mine.id}',
                  'level': '${data.opslevel_rubric_level.b.id}', 'update_requires_comment': true,
                  'update_frequency': {'time_scale': 'month', 'value': 3}}}}}
            """);

    assertThat(translations).hasSize(2);
    Scorecard rubric = translations.getFirst().scorecard();
    assertThat(rubric.rules().getFirst())
        .isEqualTo(
            new Rule(
                "has-a-database",
                "Has a database",
                null,
                null,
                "Bronze",
                "security",
                null,
                "('tier' in entity.labels && entity.labels['tier'] == '1')"
                    + " || !('tier' in entity.labels)",
                new Expression("'db' in entity.labels && entity.labels['db'].contains('sql')"),
                List.of("Its owner: devs")));
    Scorecard mine = translations.getLast().scorecard();
    assertThat(mine.name()).isEqualTo("my-scorecard");
    assertThat(mine.title()).isEqualTo("My Scorecard");
    assertThat(mine.categories()).isEmpty();
    assertThat(mine.filter())
        .isEqualTo(
            "entity.kind == 'Component' && (('tier' in entity.labels"
                + " && entity.labels['tier'] == '1') || !('tier' in entity.labels))");
    assertThat(mine.rules().getFirst().body()).isEqualTo(new Manual(90, null));
    CelWorld.compile(String.valueOf(mine.filter()));
  }

  @Test
  void whatTerraformShowsIsUnderstood() {
    Scorecard scorecard =
        translated(
                """
                {'format_version': '1.0', 'values': {'root_module': {'child_modules': [
                  {'resources': [
                    {'address': 'm.x', 'type': 'opslevel_rubric_level', 'name': 'b',
                     'values': {'id': 'L1', 'name': 'Bronze', 'index': 1}},
                    {'address': 'm.y', 'type': 'opslevel_check_service_ownership', 'name': 'y',
                     'values': {'name': 'Owned', 'level': 'L1', 'category': 'K1',
                       'enabled': true, 'filter': null}}]}]}}}
                """)
            .scorecard();

    assertThat(scorecard.rules().getFirst().level()).isEqualTo("Bronze");
    assertThat(scorecard.rules().getFirst().when()).isNull();
  }

  @Test
  void aTypeOfCheckThatNobodyKnowsIsToldAndNotLeftOut() {
    for (String document :
        List.of(
            "{'kind': 'has_karma', 'spec': {'name': 'Karma', 'level': 'gold'}}",
            "{'checks': {'nodes': [{'name': 'Karma', 'type': 'has_karma'}]}}",
            "{'resource': {'opslevel_check_has_karma': {'k': {'name': 'Karma'}}}}")) {
      assertThat(translated(document).gaps())
          .extracting(Translation.Gap::rule)
          .containsExactly("Karma");
    }
  }

  @Test
  void manifestsOfKubernetesAreNoChecks() {
    assertThat(
            new OpsLevel()
                .add(
                    FILE,
                    JSON.readTree(
                        "{'apiVersion': 'v1', 'kind': 'Pod', 'spec': {'name': 'x', 'level': 1}}")))
        .isFalse();
  }

  @Test
  void aFilterThatIsInNoneOfTheFilesTakesTheExpressionWithIt() {
    Translation translation =
        translated("{'name': 'Owned', 'type': 'has_owner', 'filter': 'tier-1'}");

    assertThat(translation.scorecard().rules().getFirst().body()).isInstanceOf(Untranslated.class);
    assertThat(translation.gaps().getFirst().reason())
        .startsWith("its filter tier-1 is in none of the files");
  }

  @Test
  void aFilterByIndexesOfOpsLevelIsRefused() {
    Translation translation =
        translated(
            """
            {'name': 'Owned', 'type': 'has_owner', 'filter': {'name': 'F', 'predicates': [
              {'key': 'tier_index', 'type': 'equals', 'value': '1'}]}}
            """);

    assertThat(translation.gaps().getFirst().reason())
        .isEqualTo("its filter compares tier_index, a number that only OpsLevel knows");
  }

  @Test
  void levelsInNoKnownOrderMakeADraft() {
    Translation translation =
        translated(
            "{'name': 'A', 'type': 'has_owner', 'level': 'shiny'}",
            "{'name': 'B', 'type': 'has_owner', 'level': 'dull'}");

    assertThat(translation.scorecard().status()).isEqualTo(Status.draft);
    assertThat(translation.notes()).singleElement().asString().contains("which level is above");
  }

  @Test
  void whateverItsCaseATextIsFoundWhereTheFilterSaysSo() {
    Rule rule =
        rule(
            """
            'type': 'has_owner', 'filter': {'name': 'F', 'predicates': [{'key': 'language',
              'type': 'equals', 'value': 'C++', 'caseSensitive': false}]}
            """);
    String when = String.valueOf(rule.when());

    assertThat(service().with("spec", Map.of("language", "c++")).finds(when)).isTrue();
    assertThat(service().with("spec", Map.of("language", "c")).finds(when)).isFalse();
    assertThat(service().finds(when)).isFalse();
  }

  @Test
  void aRecentDeploymentIsOneOfLate() {
    String cel = ((Expression) rule("'type': 'has_recent_deploy', 'days': 5").body()).cel();

    assertThat(service().finds(cel)).isFalse();
    assertThat(service().fact("deployments", List.of(Map.of("at", daysAgo(6)))).finds(cel))
        .isFalse();
    assertThat(service().fact("deployments", List.of(Map.of("at", daysAgo(4)))).finds(cel))
        .isTrue();
  }

  @Test
  void predicatesFindWhatTheyWouldFindInJava() {
    Random random = new Random(3);
    List<String> words = List.of("", "a", "b", "ab", "ba", "aba", "it's", "a.b");
    List<String> types =
        List.of(
            "equals", "does_not_equal", "contains", "does_not_contain", "starts_with", "ends_with");
    for (int i = 0; i < 500; i++) {
      String type = types.get(random.nextInt(types.size()));
      String sought = words.get(1 + random.nextInt(words.size() - 1));
      String actual = words.get(random.nextInt(words.size()));
      String cel =
          ((Expression)
                  rule("'type': 'tag_defined', 'tagKey': 'k', 'tagPredicate': {'type': '%s',"
                              .formatted(type)
                          + " 'value': \"%s\"}".formatted(sought))
                      .body())
              .cel();
      boolean expected =
          switch (type) {
            case "equals" -> actual.equals(sought);
            case "does_not_equal" -> !actual.equals(sought);
            case "contains" -> actual.contains(sought);
            case "does_not_contain" -> !actual.contains(sought);
            case "starts_with" -> actual.startsWith(sought);
            default -> actual.endsWith(sought);
          };
      assertThat(service().with("labels", Map.of("k", actual)).finds(cel))
          .as("%s of '%s' by '%s'", type, sought, actual)
          .isEqualTo(expected);
      assertThat(service().finds(cel)).isFalse();
    }
  }

  private static Rule rule(String check) {
    return translated("{'name': 'It', %s}".formatted(check)).scorecard().rules().getFirst();
  }

  private static Translation translated(String... documents) {
    List<Translation> all = all(documents);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static List<Translation> all(String... documents) {
    OpsLevel opsLevel = new OpsLevel();
    for (String document : documents) {
      assertThat(opsLevel.add(FILE, JSON.readTree(document))).isTrue();
    }
    return opsLevel.translate(new FactNames());
  }
}
