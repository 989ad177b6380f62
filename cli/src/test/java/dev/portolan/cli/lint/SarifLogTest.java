package dev.portolan.cli.lint;

import static dev.portolan.cli.lint.Fixtures.aBadName;
import static dev.portolan.cli.lint.Fixtures.held;
import static dev.portolan.cli.lint.Fixtures.nothingToSay;
import static dev.portolan.cli.lint.Fixtures.problem;
import static dev.portolan.cli.lint.Fixtures.rejecting;
import static dev.portolan.cli.lint.Fixtures.rejectingMany;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SarifLogTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDialect(Dialects.getDraft7())
          .getSchema(
              JsonMapper.shared()
                  .readTree(
                      SarifLogTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")));

  @Test
  void everyLogKeepsTheSchemaOfTheStandard() {
    for (Lint lint : new Lint[] {nothingToSay(), aBadName(), held(), rejectingMany(1_000)}) {
      assertThat(SCHEMA.validate(log(lint))).isEmpty();
    }
  }

  /** The test above is content with a schema that allows anything. */
  @Test
  void theSchemaRefusesWhatIsNoLog() {
    ObjectNode log = (ObjectNode) log(aBadName());
    ((ObjectNode) log.at("/runs/0/results/0/locations/0/physicalLocation/region"))
        .put("startLine", 0);
    assertThat(SCHEMA.validate(log)).isNotEmpty();
    assertThat(SCHEMA.validate(log.without("version"))).isNotEmpty();
  }

  @Test
  void aResultHasItsRuleItsPlaceAndWhatIsWrong() {
    JsonNode run = log(aBadName()).at("/runs/0");
    JsonNode result = run.at("/results/0");

    assertThat(run.at("/tool/driver/name").asString()).isEqualTo("portolan-lint");
    assertThat(run.at("/tool/driver/version").asString()).isEqualTo("1.2.3");
    assertThat(run.at("/tool/driver/informationUri").asString()).startsWith("https://");
    assertThat(result.path("ruleId").asString()).isEqualTo("metadata.name");
    assertThat(run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id").asString())
        .isEqualTo("metadata.name");
    assertThat(result.path("level").asString()).isEqualTo("error");
    assertThat(result.at("/message/text").asString()).contains("'my cart'");
    JsonNode location = result.at("/locations/0/physicalLocation");
    assertThat(location.at("/artifactLocation/uri").asString()).isEqualTo("catalog/shop/cart.yaml");
    assertThat(location.at("/region/startLine").asInt()).isEqualTo(4);
  }

  /** GitHub's list of what every rule has to have. */
  @Test
  void everyRuleIsExplained() {
    for (JsonNode rule : log(aBadName()).at("/runs/0/tool/driver/rules")) {
      for (String text : new String[] {"shortDescription", "fullDescription", "help"}) {
        assertThat(rule.path(text).path("text").asString()).isNotBlank();
      }
    }
  }

  @Test
  void aFileIsNamedAsAUri() {
    Lint lint = rejecting(problem("a b/my shop:a#b%.yaml", 1, "yaml", "No."));

    assertThat(
            log(lint)
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asString())
        .isEqualTo("catalog/a%20b/my%20shop%3Aa%23b%25.yaml");
  }

  @Test
  void aProblemIsKnownAgainWhereverItsLineHasGone() {
    assertThat(fingerprint(problem("a.yaml", 4, "spec", "No (line 4).")))
        .isEqualTo(fingerprint(problem("a.yaml", 9, "spec", "No (line 9).")))
        .isNotEqualTo(fingerprint(problem("b.yaml", 4, "spec", "No (line 4).")))
        .isNotEqualTo(fingerprint(problem("a.yaml", 4, "kind", "No (line 4).")));
    JsonNode twice = log(rejectingMany(2)).at("/runs/0/results");
    assertThat(twice.path(0).path("partialFingerprints"))
        .isNotEqualTo(twice.path(1).path("partialFingerprints"));
  }

  @Test
  void whatIsNoProblemOfALineIsANotificationOfTheRun() {
    assertThat(log(held()).at("/runs/0/invocations/0/toolExecutionNotifications").toString())
        .contains("25 would be retracted.", "the sync would be held");
    assertThat(log(held()).at("/runs/0/results").isEmpty()).isTrue();
  }

  private static String fingerprint(Verdict.Problem problem) {
    return log(rejecting(problem)).at("/runs/0/results/0/partialFingerprints").toString();
  }

  private static JsonNode log(Lint lint) {
    return JsonMapper.shared().readTree(SarifLog.of(lint, "1.2.3").json());
  }
}
