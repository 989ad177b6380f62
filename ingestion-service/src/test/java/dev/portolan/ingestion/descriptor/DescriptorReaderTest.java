package dev.portolan.ingestion.descriptor;

import static dev.portolan.ingestion.descriptor.DescriptorFixtures.CHECKOUT;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.checkoutWith;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Link;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.Descriptors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescriptorReaderTest {

  @Test
  void aDescriptorBecomesItsEntity() {
    Entity checkout = Reading.of(CHECKOUT).entity().entity();

    assertThat(checkout.ref()).isEqualTo(EntityRef.parse("component:default/checkout"));
    assertThat(checkout.kind()).isEqualTo("Component");
    assertThat(checkout.description()).isEqualTo("Takes the money");
    assertThat(checkout.labels()).isEqualTo(Map.of("tier", "gold"));
    assertThat(checkout.annotations()).containsEntry("github.com/project-slug", "acme/checkout");
    assertThat(checkout.tags()).containsExactly("java", "c++");
    assertThat(checkout.links())
        .containsExactly(new Link("https://example.com/runbook", "Runbook", null, null));
    assertThat(checkout.spec()).containsEntry("lifecycle", "production");
    assertThat(checkout.relations())
        .containsExactly(
            new Relation("dependsOn", EntityRef.parse("resource:default/orders-db")),
            new Relation("ownedBy", EntityRef.parse("group:default/payments")));
  }

  /** The parser of YAML reads some thousand characters at a time, and a smile has two of them. */
  @Test
  void aSmileMayStandAnywhere() {
    for (int before = 0; before < 2_200; before++) {
      String text = "x".repeat(before) + "\uD83D\uDE00";
      String yaml = checkoutWith("Takes the money", text);

      assertThat(Reading.of(yaml).entity().entity().description()).isEqualTo(text);
    }
  }

  @Test
  void yamlAndJsonSayTheSame() {
    String yaml =
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: a}
        spec: {type: service, lifecycle: production, owner: payments, n: 1, r: 1.5, b: true, z: ~}
        """;
    String json =
        component("a").replace("\"owner\"", "\"n\":1,\"r\":1.5,\"b\":true,\"z\":null,\"owner\"");

    assertThat(Reading.of(yaml).entity().entity()).isEqualTo(Reading.of(json).entity().entity());
  }

  @Test
  void theFormIsRecognizedByTheContent() {
    String one = component("a");
    String two = component("b");
    List<String> bodies =
        List.of(
            "[" + one + "," + two + "]",
            "\uFEFF \n[\n" + one + "\n,\n" + two + "\n]\n",
            one + "\n" + two,
            "\n" + one + "\r\n\r\n" + two + "\r\n",
            one.replace("{\"api", "{\n\"api") + "\n" + two,
            one.replace("{", "{\n  ").replace(",", ",\n  ") + two,
            "---\n" + one + "\n---\n" + two,
            "# a\n%YAML 1.1\n---\n"
                + one
                + "\n...\n# between\n---\n"
                + two
                + "\n---\n"
                + "# empty\n");
    for (String body : bodies) {
      assertThat(Reading.of(body).accepted())
          .as(body)
          .extracting(accepted -> accepted.entity().name())
          .containsExactly("a", "b");
    }
  }

  @Test
  void threeBadDocumentsOfAThousandCostOnlyThemselves() {
    String body =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(
                n ->
                    switch (n) {
                      case 7 -> component("has space");
                      case 500 -> component("half").substring(0, 40);
                      case 999 -> component("c999").replace("\"payments\"", "42");
                      default -> component("c" + n);
                    })
            .collect(Collectors.joining("\n"));

    Reading reading = Reading.of(body);

    assertThat(reading.accepted()).hasSize(997);
    assertThat(reading.rejected())
        .extracting(
            ReadDocument::document,
            r -> r.problems().getFirst().line(),
            r -> r.problems().getFirst().field(),
            r -> r.problems().getFirst().rule())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(7, 7, "/metadata/name", "name"),
            org.assertj.core.groups.Tuple.tuple(500, 500, null, "json"),
            org.assertj.core.groups.Tuple.tuple(999, 999, "/spec/owner", "spec.type"));
  }

  @Test
  void aMalformedYamlDocumentDoesNotCostItsNeighbours() {
    String body = CHECKOUT + "---\nkind: [Component\n---\n" + checkoutWith("checkout", "cart");

    Reading reading = Reading.of(body);

    assertThat(reading.accepted()).extracting(ReadDocument.Accepted::line).containsExactly(1, 18);
    assertThat(reading.rejected().getFirst().problems().getFirst())
        .extracting(Problem::line, Problem::rule)
        .containsExactly(18, "yaml");
  }

  @Test
  void aProblemNamesTheLineOfItsFieldInTheBody() {
    String body = "---\n# first\n" + CHECKOUT + "---\n" + checkoutWith("java", "Java");

    Problem problem = Reading.of(body).rejected().getFirst().problems().getFirst();

    assertThat(problem.field()).isEqualTo("/metadata/tags/0");
    assertThat(problem.rule()).isEqualTo("tag");
    assertThat(body.lines().toList().get(problem.line() - 1)).contains("tags: [Java");
  }

  @Test
  void aLineThatBreaksOffIsNamedAndNotTheOneBelowIt() {
    String whole = Descriptors.component("whole", "a");
    Reading reading = Reading.of(whole + "{\"kind\": \"Component\", \"metadata\": {\n" + whole);

    assertThat(reading.accepted()).hasSize(2);
    assertThat(reading.rejected().getFirst().problems().getFirst().line()).isEqualTo(2);
  }

  @Test
  void aProblemInLaidOutJsonNamesTheLineOfItsField() {
    String body = "[\n" + component("a") + ",\n" + component("b").replace(",", ",\n") + "\n]";
    String broken = body.replace("\"lifecycle\":\"production\",\n", "\"lifecycle\":7,\n");

    Problem problem = Reading.of(broken).rejected().getFirst().problems().getFirst();

    assertThat(problem.field()).isEqualTo("/spec/lifecycle");
    assertThat(broken.lines().toList().get(problem.line() - 1)).contains("\"lifecycle\":7");
  }

  @Test
  void aMissingFieldIsSoughtWhereItWouldLie() {
    Problem problem = Reading.of(checkoutWith("  lifecycle: production\n", "")).problem();

    assertThat(problem.field()).isEqualTo("/spec/lifecycle");
    assertThat(problem.rule()).isEqualTo("spec.required");
    assertThat(problem.line()).isEqualTo(11);
  }

  @Test
  void anArrayThatBreaksOffKeepsWhatCameBefore() {
    byte[] body =
        ("[\n" + component("a") + ",\n" + component("b").substring(0, 50))
            .getBytes(StandardCharsets.UTF_8);
    List<ReadDocument> before = new ArrayList<>();

    assertThatThrownBy(() -> Reading.read(body, before))
        .isInstanceOfSatisfying(
            UnreadableBodyException.class,
            e -> {
              assertThat(e.line()).isEqualTo(3);
              assertThat(e).hasMessageContaining("document 2, which begins in line 3");
            });
    assertThat(before).hasSize(1);
  }

  @Test
  void anEmptyBodyHasNoDocuments() {
    assertThat(Reading.of("").documents()).isEmpty();
    assertThat(Reading.of("\n# nothing here\n").documents()).isEmpty();
    assertThat(Reading.of("[]").documents()).isEmpty();
  }
}
