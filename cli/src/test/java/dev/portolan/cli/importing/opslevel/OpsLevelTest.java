package dev.portolan.cli.importing.opslevel;

import static dev.portolan.cli.importing.opslevel.Documents.FILE;
import static dev.portolan.cli.importing.opslevel.Documents.all;
import static dev.portolan.cli.importing.opslevel.Documents.document;
import static dev.portolan.cli.importing.opslevel.Documents.rule;
import static dev.portolan.cli.importing.opslevel.Documents.translated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.importing.CelWorld;
import dev.portolan.cli.importing.Scorecard;
import dev.portolan.cli.importing.Scorecard.Category;
import dev.portolan.cli.importing.Scorecard.Expression;
import dev.portolan.cli.importing.Scorecard.Level;
import dev.portolan.cli.importing.Scorecard.Manual;
import dev.portolan.cli.importing.Scorecard.Rule;
import dev.portolan.cli.importing.Scorecard.Status;
import dev.portolan.cli.importing.Translation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpsLevelTest {
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
                    document(
                        "{'apiVersion': 'v1', 'kind': 'Pod', 'spec': {'name': 'x', 'level': 1}}")))
        .isFalse();
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
}
