package dev.portolan.cli.importing.opslevel;

import static dev.portolan.cli.importing.CelWorld.daysAgo;
import static dev.portolan.cli.importing.CelWorld.service;
import static dev.portolan.cli.importing.opslevel.Documents.rule;
import static dev.portolan.cli.importing.opslevel.Documents.translated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.importing.CelWorld;
import dev.portolan.cli.importing.Scorecard.Expression;
import dev.portolan.cli.importing.Scorecard.Manual;
import dev.portolan.cli.importing.Scorecard.Rule;
import dev.portolan.cli.importing.Scorecard.Untranslated;
import dev.portolan.cli.importing.Translation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckBodyTest {
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
}
