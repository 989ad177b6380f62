package dev.portolan.cli.importing.cortex;

import static dev.portolan.cli.importing.CelWorld.daysAgo;
import static dev.portolan.cli.importing.CelWorld.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cli.importing.CelWorld;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cql.CqlParser;
import dev.portolan.cli.importing.cql.CqlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CqlToCelTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "hasGroup(\"payments\") -> 'payments' in entity.tags",
        "!hasGroup(\"payments\") -> !('payments' in entity.tags)",
        "entity.description() != null -> has(entity.description)",
        "entity.description() == null -> !has(entity.description)",
        "entity.description().length > 9 -> has(entity.description) && size(entity.description) > 9",
        "entity.tag() == \"checkout\" -> entity.name == 'checkout'",
        "entity.type() == \"service\""
            + " -> entity.kind == 'Component' && has(entity.spec.type)"
            + " && entity.spec.type == 'service'",
        "entity.type() == \"domain\" or entity.type() == \"team\""
            + " -> entity.kind == 'Domain' || entity.kind == 'Group'",
        "entity.type() == \"ai-agent\""
            + " -> has(entity.spec.type) && entity.spec.type == 'ai-agent'",
        "ownership.allOwners().length > 0 -> size(related.ownedBy) > 0",
        "ownership.teams().length >= 1 -> related.ownedBy.exists(other, other.kind == 'Group')",
        "ownership.teams().length >= 2"
            + " -> size(related.ownedBy.filter(other, other.kind == 'Group')) >= 2",
        "dependencies.out().length == 0 -> !(size(related.dependsOn) > 0)",
        "dependencies.in().length <= 20 -> size(related.dependencyOf) <= 20",
        "links(\"runbook\").length > 0"
            + " -> entity.links.exists(link, has(link.type) && link.type == 'runbook')",
        "links().any((l) => l.url.matchesIn(\"grafana\"))"
            + " -> entity.links.exists(link, has(link.url) && link.url.matches('grafana'))",
        "groups().any((group) => group.name.matchesIn(\"tier-\"))"
            + " -> entity.tags.exists(tag, tag.matches('tier-'))",
        "groups().all((group) => group.name.matches(\"a.*\"))"
            + " -> !entity.tags.exists(tag, !tag.matches('^(?:a.*)$'))",
        "oncall != null -> has(facts.onCall)",
        "slos().length > 0 -> has(facts.slo)",
        "git != null -> 'backstage.io/source-location' in entity.annotations"
            + " || 'github.com/project-slug' in entity.annotations || has(facts.git)",
        "deploys(lookback=duration(\"P30D\")).length > 0 -> has(facts.deployments)"
            + " && facts.deployments.exists(deployment, within(deployment.at, 30))",
        "deploys(lookback=duration(\"P2W\")).length >= 4 -> has(facts.deployments)"
            + " && size(facts.deployments.filter(deployment, within(deployment.at, 14))) >= 4",
        "deploys(lookback=duration(\"P7D\")).any((d) => d.environment == \"production\")"
            + " -> has(facts.deployments) && facts.deployments.exists(deployment,"
            + " within(deployment.at, 7) && has(deployment.environment)"
            + " && deployment.environment == 'production')",
        "custom(\"tier\") == \"1\" -> has(facts.tier) && facts.tier == '1'",
        "custom(\"tier\") != \"1\" -> !has(facts.tier) || facts.tier != '1'",
        "not custom(\"tier\") == \"1\" -> !has(facts.tier) || facts.tier != '1'",
        "custom(\"ai-budget-weekly\") != null -> has(facts.ai_budget_weekly)",
        "custom(\"cloud-cost\").cost.actual < 100 -> has(facts.cloud_cost)"
            + " && has(facts.cloud_cost.cost) && has(facts.cloud_cost.cost.actual)"
            + " && facts.cloud_cost.cost.actual < 100",
        "jq(custom(\"n\"), \". | tonumber\") <= 200 -> has(facts.n) && double(facts.n) <= 200",
        "jq(custom(\"test.coverage\"), \".branch\") > 75 -> has(facts.test_coverage)"
            + " && has(facts.test_coverage.branch) && facts.test_coverage.branch > 75",
        "jq(custom(\"deep\"), \"not\") -> has(facts.deep) && facts.deep == false",
        "jq(custom(\"deep\"), \". == false\") -> has(facts.deep) && facts.deep == false",
        "10 < custom(\"a\") * 1.5 -> has(facts.a) && (double(facts.a) * 1.5) > 10",
        "git.numOfRequiredApprovals() > 0 -> has(facts.git) && has(facts.git.reviewersRequired)"
            + " && facts.git.reviewersRequired > 0",
        "git.branchProtection() != null -> has(facts.git) && has(facts.git.defaultBranchProtected)"
            + " && facts.git.defaultBranchProtected == true",
        "git.numOfVulnerabilities(severity=[\"CRITICAL\", \"HIGH\"]) == 0"
            + " -> has(facts.vulnerabilities) && has(facts.vulnerabilities.critical)"
            + " && has(facts.vulnerabilities.high)"
            + " && facts.vulnerabilities.critical + facts.vulnerabilities.high == 0",
        "git.pullRequests(status = \"OPEN\").length <= 5 -> has(facts.git)"
            + " && has(facts.git.openPullRequests) && facts.git.openPullRequests <= 5",
        "sonarqube.metric(\"branch_coverage\") >= 75 -> has(facts.coverage)"
            + " && has(facts.coverage.branch) && facts.coverage.branch >= 75",
        "entity.destinations(relationshipType = \"ai-skill\").length > 0"
            + " -> 'ai-skill' in entity.relations && size(entity.relations['ai-skill']) > 0",
        "(oncall != null or hasGroup(\"a\")) and hasGroup(\"b\")"
            + " -> (has(facts.onCall) || 'a' in entity.tags) && 'b' in entity.tags",
        "not (oncall != null and hasGroup(\"b\"))"
            + " -> !has(facts.onCall) || !('b' in entity.tags)",
        "entity.tag().matches(\"it's\\\\.\") -> entity.name.matches('^(?:it\\'s\\\\.)$')",
      })
  void anExpressionSaysTheSameInCel(String cql, String cel) {
    assertThat(translated(cql)).isEqualTo(cel);
    CelWorld.compile(translated(cql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "git.fileExists(\"README.md\") -> git.fileExists(…) has no counterpart in Portolan: the"
            + " catalog does not hold what is in a repository; report it as a fact",
        "jira.numOfIssues() == 0 -> jira.numOfIssues() has no counterpart in Portolan",
        "slack != null -> slack has no counterpart in Portolan",
        "dependencies.length > 0 -> dependencies.length has no counterpart in Portolan without a"
            + " direction; say dependencies.out() or dependencies.in()",
        "dependencies.out(includeArchived = true).length > 0"
            + " -> dependencies.out(…) is translated without arguments alone",
        "deploys().length > 0 -> deploys() is translated with a lookback and nothing else;"
            + " without one Cortex chooses it",
        "deploys(lookback=duration(\"PT5H\")).length > 0"
            + " -> Portolan counts whole days, up to 36500, and PT5H is something else",
        "deploys(lookback=duration(\"soon\")).length > 0 -> 'soon' is no period of ISO 8601",
        "hasGroup(\"Payments\") -> no tag can be called 'Payments': lower-case letters, digits and"
            + " :+#, in runs separated by a hyphen",
        "custom(\"1st\") != null -> no fact can be named like the key '1st': a letter, then"
            + " letters, digits and underscores",
        "custom(\"a-b\") != null and custom(\"a_b\") != null"
            + " -> the keys 'a-b' and 'a_b' would become the same fact, a_b",
        "sonarqube.metric(\"coverage\") >= 90 -> SonarQube's coverage mixes lines and branches,"
            + " which the fact coverage has apart: ask for line_coverage or branch_coverage",
        "slos().length > 1 -> the fact slo is one objective, so that no more can be told than"
            + " slos().length > 0",
        "jq(custom(\"a\"), \"map(.x)\") == 1 -> of jq only paths, tonumber, length, not and =="
            + " true or false are translated, and this is map(.x)",
        "entity.tag().matchesIn(\"(?!x)\") -> the regular expression (?!x) looks around, refers"
            + " back or never gives back, which those of CEL (RE2) cannot",
        "entity.tag() > \"a\" -> only numbers are more or less than others: entity.name > 'a'",
        "custom(\"a\") == custom(\"b\") -> both of what is compared may be missing:"
            + " facts.a == facts.b",
        "entity.tag() -> entity.name is no condition",
        "\"a\" -> \"a\" is no condition",
        "entity.tag() != null -> entity.tag() is never null in Portolan",
        "groups().any((g) => g.owner == \"x\") -> g.owner has no counterpart in Portolan",
        "customMetrics(key=\"x\").map((m) => m.value).average() <= 1"
            + " -> customMetrics(…).map(…).average() has no counterpart in Portolan: it keeps the"
            + " latest value of a fact and no series of them; report what is asked for as a fact",
        "entity.sources(relationshipType = \"x\").length > 0 -> entity.sources(…) has no"
            + " counterpart in Portolan: rules see relations of your own from the entity that says"
            + " them alone",
      })
  void whatHasNoCounterpartIsRefusedWithTheReason(String cql, String reason) {
    assertThatThrownBy(() -> translate(cql, new ArrayList<>()))
        .isInstanceOf(UntranslatableException.class)
        .satisfies(e -> assertThat(((UntranslatableException) e).reason()).startsWith(reason));
  }

  @Test
  void noRuleHoldsOnMeasurementsThatNobodyReported() {
    for (String cql :
        List.of(
            "custom(\"a\") > 5",
            "not custom(\"a\") > 5",
            "git.numOfVulnerabilities() == 0",
            "git.numOfVulnerabilities() < 10",
            "git.pullRequests(status = \"OPEN\").length <= 5",
            "deploys(lookback=duration(\"P7D\")).length == 0",
            "deploys(lookback=duration(\"P7D\")).length < 3",
            "not deploys(lookback=duration(\"P7D\")).any((d) => d.environment == \"x\")",
            "deploys(lookback=duration(\"P7D\")).all((d) => d.environment == \"x\")",
            "not custom(\"a\").matches(\"x\")",
            "jq(custom(\"a\"), \"not\")",
            "custom(\"a\") * 2 < 5")) {
      assertThat(service().finds(translated(cql))).as(cql).isFalse();
    }
  }

  @Test
  void whatAnEntityDoesNotSayIsNullAsInCortex() {
    assertThat(service().finds(translated("custom(\"a\") == null"))).isTrue();
    assertThat(service().finds(translated("custom(\"a\") != \"x\""))).isTrue();
    assertThat(service().finds(translated("entity.description() == null"))).isTrue();
    assertThat(service().finds(translated("groups().length == 0"))).isTrue();
    assertThat(
            service()
                .finds(translated("entity.destinations(relationshipType = \"x\").length == 0")))
        .isTrue();
    assertThat(
            service().finds(translated("entity.destinations(relationshipType = \"x\").length < 3")))
        .isTrue();
  }

  @Test
  void deploymentsOfLateAreCountedByTheDay() {
    String condition = translated("deploys(lookback=duration(\"P30D\")).length >= 2");
    Map<String, Object> recent = Map.of("at", daysAgo(30));
    Map<String, Object> old = Map.of("at", daysAgo(31));

    assertThat(service().fact("deployments", List.of(recent, recent, old)).finds(condition))
        .isTrue();
    assertThat(service().fact("deployments", List.of(recent, old)).finds(condition)).isFalse();
  }

  @Test
  void aTextThatIsANumberIsComparedAsOne() {
    String condition = translated("jq(custom(\"n\"), \". | tonumber\") <= 200");

    assertThat(service().fact("n", "199").finds(condition)).isTrue();
    assertThat(service().fact("n", 201L).finds(condition)).isFalse();
    assertThat(service().fact("n", 200.0).finds(condition)).isTrue();
  }

  @Test
  void matchesAsksForAllOfATextAndMatchesInForAPart() {
    CelWorld checkout = service();
    assertThat(checkout.finds(translated("entity.tag().matches(\"check|x\")"))).isFalse();
    assertThat(checkout.finds(translated("entity.tag().matches(\"check.*\")"))).isTrue();
    assertThat(checkout.finds(translated("entity.tag().matchesIn(\"heck\")"))).isTrue();
  }

  @Test
  void aListInAFunctionHasNamesOfItsOwn() {
    String condition = translated("groups().any((a) => links().any((b) => b.type == a.name))");

    assertThat(condition)
        .isEqualTo(
            "entity.tags.exists(tag, entity.links.exists(link2, has(link2.type)"
                + " && link2.type == tag))");
    CelWorld world =
        service()
            .with("tags", List.of("runbook"))
            .with("links", List.of(Map.of("type", "runbook")));
    assertThat(world.finds(condition)).isTrue();
  }

  @Test
  void aYearIsCountedAsDaysAndThatIsSaid() throws CqlSyntaxException, UntranslatableException {
    List<String> notes = new ArrayList<>();

    assertThat(translate("deploys(lookback=duration(\"P1Y\")).length > 0", notes))
        .contains("within(deployment.at, 365)");
    assertThat(notes).containsExactly("a lookback of months or years became 365 days");
  }

  private static String translated(String cql) {
    try {
      return translate(cql, new ArrayList<>());
    } catch (CqlSyntaxException | UntranslatableException e) {
      throw new AssertionError(cql, e);
    }
  }

  private static String translate(String cql, List<String> notes)
      throws CqlSyntaxException, UntranslatableException {
    return CqlToCel.translate(CqlParser.parse(cql), new FactNames(), notes).cel();
  }
}
