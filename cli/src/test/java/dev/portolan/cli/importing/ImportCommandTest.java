package dev.portolan.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.cli.CommandFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final String CHECKOUT_CARD =
      """
      tag: on-call
      name: On call
      description: "Who is called at night?"
      draft: true
      ladder:
        levels:
          - {name: Bronze, rank: 1, color: "#CD7F32", description: Somebody is called.}
          - {name: Very good, rank: 2, color: "#D7AC58"}
      filter:
        kind: GENERIC
        types: {include: [service]}
        query: hasGroup("payments")
      exemptions: {enabled: true}
      evaluation: {window: 24}
      rules:
        - title: Somebody is called
          description: It breaks at night, too.
          failureMessage: Add it to the rotation.
          expression: oncall != null
          weight: 2
          level: Bronze
        - title: Somebody is called
          expression: git.fileExists("RUNBOOK.md")
          weight: 1
          level: Very good
        - title: Verified
          expression: verifications().lastVerifiedAt() != null and verifications().lastVerifiedAt().fromNow() > duration("P-90D")
          effectiveFrom: "2027-01-01T00:00:00Z"
          filter: {kind: GENERIC, types: {exclude: [domain]}}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream summary = new ByteArrayOutputStream();

  @Test
  void aScorecardOfCortexIsPrintedAsOneOfPortolan() throws IOException {
    Path file = write("card.yaml", CHECKOUT_CARD);

    assertThat(importing(file)).isEqualTo(1);
    assertThat(output.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            # From Cortex: on-call
            apiVersion: portolan.dev/v1
            kind: Scorecard
            metadata:
              name: on-call
              title: On call
              description: "Who is called at night?"
            spec:
              status: draft
              filter: "entity.kind == 'Component' && has(entity.spec.type) && entity.spec.type == 'service' && 'payments' in entity.tags"
              levels:
                # Somebody is called.
                - name: Bronze
                  rank: 1
                  color: "#CD7F32"
                - name: very-good
                  rank: 2
                  title: Very good
                  color: "#D7AC58"
              rules:
                - id: somebody-is-called
                  title: Somebody is called
                  description: "It breaks at night, too."
                  fix:
                    text: Add it to the rotation.
                  level: Bronze
                  weight: 2
                  expression: has(facts.onCall)
                - id: somebody-is-called-2
                  title: Somebody is called
                  description: "Not translated: git.fileExists(\\"RUNBOOK.md\\")"
                  level: very-good
                  weight: 1
                  # No expression: git.fileExists(…) has no counterpart in Portolan: the catalog does not hold what is in a repository; report it as a fact.
                - id: verified
                  title: Verified
                  when: "!(entity.kind == 'Domain') && daysUntil('2027-01-01T00:00:00Z') <= 0"
                  manual:
                    every: "90d"
            """);
    assertThat(summary.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            file + ": On call: 2 of 3 rules translated",
            "  note: verifications stay behind: the rule is answered anew, by hand",
            "  note: exemptions is no part of a scorecard here and was left out",
            "  note: evaluation is no part of a scorecard here and was left out",
            "  not translated: "
                + file
                + ": Somebody is called: git.fileExists(…) has no counterpart in Portolan: the"
                + " catalog does not hold what is in a repository; report it as a fact",
            "2 of 3 rules of 1 scorecards translated");
  }

  @Test
  void whenAllIsTranslatedItEndsWithZero() throws IOException {
    Path file = write("a.yaml", "tag: a\nrules: [{title: Git, expression: git != null}]\n");

    assertThat(importing(file)).isZero();
  }

  @Test
  void aFilterThatHasNoCounterpartLetsNothingThrough() throws IOException {
    Path file =
        write(
            "a.yaml",
            """
            tag: a
            filter: {query: 'jira != null'}
            rules: [{title: Git, expression: git != null}]
            """);

    assertThat(importing(file)).isEqualTo(1);
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("# It was: {\"query\":\"jira != null\"}", "filter: \"false\"");
    assertThat(summary.toString(StandardCharsets.UTF_8))
        .contains("filter: jira has no counterpart in Portolan");
  }

  @Test
  void aRuleWhoseFilterHasNoCounterpartHasNoExpression() throws IOException {
    Path file =
        write(
            "a.yaml",
            """
            tag: a
            rules: [{title: Git, expression: git != null, filter: {kind: GENERIC, owners: [x]}}]
            """);

    assertThat(importing(file)).isEqualTo(1);
    assertThat(output.toString(StandardCharsets.UTF_8)).doesNotContain("\n      expression:");
    assertThat(summary.toString(StandardCharsets.UTF_8))
        .contains("Git: its filter has the unknown field owners");
  }

  @Test
  void eachScorecardGetsAFileOfItsOwn() throws IOException {
    Path one = write("one.yaml", "tag: one\nrules: [{title: A, expression: git != null}]\n");
    Path two = write("two.yaml", "tag: two\nrules: [{title: B, expression: oncall != null}]\n");
    Path out = folder.resolve("out/cards");

    assertThat(importingInto(out, one, two)).isZero();
    assertThat(output.size()).isZero();
    assertThat(out.resolve("one.yaml")).content().contains("name: one", "- id: a");
    assertThat(out.resolve("two.yaml")).content().contains("name: two", "has(facts.onCall)");
  }

  @Test
  void aFileThatSaysSomethingElseIsNotWrittenOver() throws IOException {
    Path one = write("one.yaml", "tag: one\nrules: [{title: A, expression: git != null}]\n");
    assertThat(importingInto(folder.resolve("out"), one)).isZero();
    assertThat(importingInto(folder.resolve("out"), one)).isZero();

    write("one.yaml", "tag: one\nrules: [{title: B, expression: git != null}]\n");

    assertThatThrownBy(() -> importingInto(folder.resolve("out"), one))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("one.yaml is there and says something else");
  }

  @Test
  void twoOfOneNameAreNotWrittenOverEachOther() throws IOException {
    Path one = write("one.yaml", "tag: one\nrules: []\n");
    Path two = write("two.yaml", "tag: One\nrules: []\n");

    assertThatThrownBy(() -> importingInto(folder.resolve("out"), one, two))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("Two scorecards are called One");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndTheOthersGoThrough() throws IOException {
    Path good = write("good.yaml", "tag: one\nrules: [{title: A, expression: git != null}]\n");
    Path torn = write("torn.yaml", "tag: [one\n");
    Path json = write("torn.json", "{\"tag\": }");
    Path other = write("other.yaml", "openapi: 3.0.0\n");
    Path hcl = write("checks.tf", "resource \"opslevel_check_manual\" \"a\" {}\n");
    Path twice = write("twice.yaml", "tag: a\ntag: b\n");
    Path binary = folder.resolve("binary.yaml");
    Files.write(binary, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

    assertThat(importing(good, torn, json, other, hcl, twice, binary, folder.resolve("gone")))
        .isEqualTo(2);
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("name: one");
    assertThat(summary.toString(StandardCharsets.UTF_8))
        .contains(
            torn + " is not YAML:",
            json + " is not JSON:",
            other + " holds neither a scorecard of Cortex nor checks of OpsLevel",
            hcl + " is HCL, which is not read; give what terraform show -json prints",
            twice + " is not YAML:",
            binary + " is not UTF-8",
            folder.resolve("gone") + " does not exist",
            "1 of 1 rules of 1 scorecards translated");
  }

  @Test
  void whatIsNoScorecardInAFolderIsPassedOver() throws IOException {
    write("cards/card.yaml", "tag: one\nrules: [{title: A, expression: git != null}]\n");
    write("cards/catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\n");

    assertThat(importing(folder.resolve("cards"))).isZero();
    assertThat(summary.toString(StandardCharsets.UTF_8)).contains("1 files hold no scorecards");
  }

  @Test
  void textsThatExplodeAreRefused() throws IOException {
    Path deep = write("deep.yaml", "a: " + "[".repeat(5_000) + "]".repeat(5_000));
    Path deepJson = write("deep.json", "[".repeat(5_000) + "]".repeat(5_000));
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    Path bomb = write("bomb.yaml", laughs + "tag: a\nrules: []\n");
    Path self = write("self.yaml", "tag: a\nrules: &r [*r]\n");

    assertThat(importing(deep, deepJson, bomb, self)).isEqualTo(2);
    assertThat(summary.toString(StandardCharsets.UTF_8))
        .contains(
            deep + " is not YAML: mappings and lists nest more than 60 deep",
            deepJson + " is not JSON:",
            bomb + " is not YAML:",
            self + " is not YAML:");
  }

  @Test
  void fieldsOfAnotherSortAreNoFailure() throws IOException {
    Path file =
        write(
            "odd.yaml",
            """
            tag: odd
            name: [a]
            ladder: no
            filter: {types: service}
            rules: [1, {title: {a: b}, expression: 5, weight: heavy, level: [x]}, null, {}]
            """);

    assertThat(importing(file)).isEqualTo(1);
    assertThat(summary.toString(StandardCharsets.UTF_8)).contains("0 of 4 rules translated");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int importing(Path... files) {
    return command(files).call();
  }

  private int importingInto(Path out, Path... files) {
    ImportCommand command = command(files);
    command.out = out;
    return command.call();
  }

  private ImportCommand command(Path... files) {
    ImportCommand command = new ImportCommand();
    command.paths = List.of(files);
    command.output = new PrintStream(output, true, StandardCharsets.UTF_8);
    command.err = new PrintStream(summary, true, StandardCharsets.UTF_8);
    return command;
  }
}
