package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What blueprints of Port define. */
class PortBlueprintsTest {

  @Test
  void aBlueprintOfPortDefinesAKind() {
    ReadDocument.Accepted read =
        Reading.of(
                """
                identifier: cloud_account
                title: Cloud account
                icon: Cloud
                schema:
                  properties:
                    region: {type: string, enum: [eu, us], enumColors: {eu: blue}, icon: Map}
                    tags: {type: array, items: {type: string, format: user}}
                    owner: {type: string}
                    description: {type: string}
                  required: [region, owner, description]
                relations:
                  depends_on: {target: service, many: true}
                  bills to: {target: _team}
                  billed_by: {target: cost-centre}
                  owning_team: {target: _team}
                calculationProperties: {cost: {calculation: .a}}
                """)
            .entity();

    Entity kind = read.entity();
    assertThat(kind.ref()).hasToString("kind:default/cloudaccount");
    assertThat(kind.name()).isEqualTo("CloudAccount");
    assertThat(kind.title()).isEqualTo("Cloud account");
    assertThat(kind.spec().get("schema"))
        .isEqualTo(
            Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                    "region",
                    Map.of("type", "string", "enum", List.of("eu", "us")),
                    "tags",
                    Map.of("type", "array", "items", Map.of("type", "string", "format", "user")),
                    "properties",
                    Map.of(
                        "type", "object", "properties", Map.of("owner", Map.of("type", "string")))),
                "required",
                List.of("region")));
    assertThat(kind.spec().get("relations"))
        .isEqualTo(
            List.of(
                Map.of("field", "/owner", "type", "ownedBy", "defaultKind", "Group"),
                Map.of(
                    "field",
                    "/relations/dependsOn",
                    "type",
                    "dependsOn",
                    "defaultKind",
                    "Component"),
                Map.of(
                    "field",
                    "/relations/billed_by",
                    "type",
                    "billed_by",
                    "defaultKind",
                    "CostCentre")));
    assertThat(read.notes())
        .extracting(Note::field)
        .containsExactly("/relations/bills to", "/calculationProperties");
  }

  @Test
  void whatIsWrongInABlueprintIsToldWithItsLine() {
    assertThat(
            Reading.of("identifier: quay\nschema:\n  properties:\n    a: {type: metres}\n")
                .problems()
                .getFirst())
        .extracting(Problem::line, Problem::rule, Problem::field)
        .containsExactly(4, "spec.enum", "/schema/properties/a/type");
  }
}
