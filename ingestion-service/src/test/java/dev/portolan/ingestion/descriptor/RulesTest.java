package dev.portolan.ingestion.descriptor;

import static dev.portolan.ingestion.descriptor.DescriptorFixtures.CHECKOUT;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.checkoutWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  @ParameterizedTest(name = "{1} breaks {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "apiVersion: backstage.io/v1alpha1 | apiVersion: acme.io/v1 | api-version | /apiVersion",
        "apiVersion: backstage.io/v1alpha1 | apiVersion: 1 | api-version | /apiVersion",
        "kind: Component | kind: Com-ponent | kind | /kind",
        "kind: Component | kind: 7 | kind | /kind",
        "name: checkout | name: check out | name | /metadata/name",
        "name: checkout | name: 42 | name | /metadata/name",
        "name: checkout | title: Checkout | name | /metadata/name",
        "name: checkout | name: -checkout | name | /metadata/name",
        "description: Takes the money | namespace: a/b | namespace | /metadata/namespace",
        "description: Takes the money | description: [a] | description | /metadata/description",
        "description: Takes the money | title: 1.0 | title | /metadata/title",
        "tier: gold | tier: 1 | label | /metadata/labels/tier",
        "tier: gold | tier: very gold | label | /metadata/labels/tier",
        "tier: gold | Acme.com/tier: gold | label | /metadata/labels/Acme.com~1tier",
        "{tier: gold} | gold | label | /metadata/labels",
        "acme/checkout | [acme] | annotation | /metadata/annotations/github.com~1project-slug",
        "github.com/project-slug | a/b/c | annotation | /metadata/annotations/a~1b~1c",
        "[java, c++] | [java, C++] | tag | /metadata/tags/1",
        "[java, c++] | java | tag | /metadata/tags",
        "https://example.com/runbook | /runbook | link | /metadata/links/0/url",
        "https://example.com/runbook | javascript:alert(1) | link | /metadata/links/0/url",
        "https://example.com/runbook | JavaScript:alert(1) | link | /metadata/links/0/url",
        "title: Runbook | title: 7 | link | /metadata/links/0/title",
        "type: service | type: 7 | spec.type | /spec/type",
        "type: service | type: '' | spec.minLength | /spec/type",
        "owner: payments | owner: | spec.type | /spec/owner",
        "owner: payments | owner: a b | relation | /spec/owner",
        "owner: payments | owner: me@example.com | relation | /spec/owner",
        "owner: payments | owner: group:/a | relation | /spec/owner",
        "[resource:orders-db] | [orders-db] | relation | /spec/dependsOn/0",
        "[resource:orders-db] | ['resource:a', ''] | relation | /spec/dependsOn/1",
        "[resource:orders-db] | resource:orders-db | spec.type | /spec/dependsOn",
        "[resource:orders-db] | [7] | spec.type | /spec/dependsOn/0",
        "[resource:orders-db] | [{kind: Resource}] | relation | /spec/dependsOn/0",
      })
  void aDescriptorThatBreaksARuleIsRejectedWithThePlace(
      String line, String replacement, String rule, String field) {
    assertThat(Reading.of(checkoutWith(line, replacement)).problems())
        .extracting(Problem::rule, Problem::field)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(rule, field));
  }

  @Test
  void allProblemsAreToldAtOnceInTheOrderOfTheirLines() {
    String yaml =
        checkoutWith("name: checkout", "name: check out")
            .replace("java", "Java")
            .replace("owner: payments", "owner: a b");

    assertThat(Reading.of(yaml).problems()).extracting(Problem::line).containsExactly(4, 8, 14);
  }

  @Test
  void aRejectedDocumentSaysWhichEntityItDescribesWhereItCan() {
    Reading named = Reading.of(checkoutWith("owner: payments", "owner: a b"));
    Reading unnamed = Reading.of(checkoutWith("name: checkout", "name: a b"));

    assertThat(named.rejected().getFirst().ref()).hasToString("component:default/checkout");
    assertThat(unnamed.rejected().getFirst().ref()).isNull();
  }

  @Test
  void fieldsLeftEmptyAreAsGoodAsAbsent() {
    String yaml =
        checkoutWith("description: Takes the money", "description:\n  title: ~\n  namespace:")
            .replace("labels: {tier: gold}", "labels:")
            .replace("[java, c++]", "")
            .replace("[resource:orders-db]", "\n  system:");

    assertThat(Reading.of(yaml).entity().entity())
        .satisfies(
            entity -> {
              assertThat(entity.namespace()).isEqualTo("default");
              assertThat(entity.labels()).isEmpty();
              assertThat(entity.relations()).hasSize(1);
            });
  }

  @Test
  void whatIsNotKeptIsSaid() {
    String yaml =
        checkoutWith("description:", "bookmarks: {a: b}\n  description:") + "status: {items: []}\n";

    assertThat(Reading.of(yaml).entity().notes())
        .extracting(Note::field)
        .containsExactlyInAnyOrder("/metadata/bookmarks", "/status");
  }

  @Test
  void anUnknownKindIsTakenAsItIsAndThatIsSaid() {
    String yaml =
        checkoutWith("kind: Component", "kind: Widget")
            .replace("owner: payments", "owner: Jane Doe <jane@example.com>")
            .replace("  lifecycle: production\n", "");

    ReadDocument.Accepted widget = Reading.of(yaml).entity();

    assertThat(widget.entity().kind()).isEqualTo("Widget");
    assertThat(widget.entity().relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .containsExactly("dependsOn resource:default/orders-db");
    assertThat(widget.notes())
        .extracting(Note::message)
        .containsExactly(
            "kind Widget has no definition: its spec is taken as it is",
            "/spec/owner is no reference and makes no relation");
  }

  @Test
  void aKindIsWrittenAsItsDefinitionWritesIt() {
    assertThat(
            Reading.of(checkoutWith("kind: Component", "kind: component")).entity().entity().kind())
        .isEqualTo("Component");
  }

  @Test
  void aPlaceholderOfAPushedDocumentStaysAndThatIsSaid() {
    String api =
        """
        apiVersion: backstage.io/v1alpha1
        kind: API
        metadata: {name: orders}
        spec: {type: openapi, lifecycle: production, owner: a, definition: {$text: ./openapi.yaml}}
        """;

    ReadDocument.Accepted orders = Reading.of(api).entity();

    assertThat(orders.notes().getFirst().message()).contains("$text stays as it is written");
    assertThat(orders.entity().spec().get("definition")).hasToString("{$text=./openapi.yaml}");
  }

  @Test
  void aThousandProblemsAreNotAllTold() {
    String tags = "[" + "A,".repeat(5_000) + "A]";

    assertThat(Reading.of(checkoutWith("[java, c++]", tags)).problems()).hasSize(100);
  }

  @Test
  void aDocumentOfNothingButFaultsIsSoonDoneWith() {
    String numbers = "[" + "1,".repeat(400_000) + "1]";
    String spaces = "[" + "\"a b\",".repeat(100_000) + "\"a\"]";

    for (String list : List.of(numbers, spaces)) {
      String json =
          DescriptorFixtures.component("a")
              .replace("\"type\"", "\"dependsOn\":" + list + ",\"type\"");
      assertThat(Reading.of(json).problems()).hasSize(100);
    }
  }

  @Test
  void everyPartOfADescriptorMayBeOfTheWrongType() {
    for (String part : List.of("kind", "metadata", "spec")) {
      for (String value : List.of("7", "[]", "a text", "true", "{}", "")) {
        String yaml =
            CHECKOUT.replaceAll("(?ms)^" + part + ":.*?(?=^\\w|\\z)", part + ": " + value + "\n");

        assertThat(Reading.of(yaml).rejected()).as(yaml).hasSize(1);
      }
    }
  }
}
