package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.kind.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Component | owner: a | ownedBy group:ours/a",
        "Component | owner: user:a | ownedBy user:ours/a",
        "Component | owner: other/a | ownedBy group:other/a",
        "Component | owner: User:Other/A | ownedBy user:other/a",
        "Component | owner: {kind: User, name: a} | ownedBy user:ours/a",
        "Component | owner: {namespace: other, name: a} | ownedBy group:other/a",
        "Component | system: a | partOf system:ours/a",
        "Component | subcomponentOf: a | partOf component:ours/a",
        "Component | providesApis: [a] | providesApi api:ours/a",
        "Component | consumesApis: [a] | consumesApi api:ours/a",
        "Component | dependsOn: ['resource:a'] | dependsOn resource:ours/a",
        "Component | dependencyOf: ['component:a'] | dependencyOf component:ours/a",
        "API | system: a | partOf system:ours/a",
        "Resource | dependencyOf: ['component:a'] | dependencyOf component:ours/a",
        "System | domain: a | partOf domain:ours/a",
        "Domain | subdomainOf: a | partOf domain:ours/a",
        "Group | parent: a | childOf group:ours/a",
        "Group | children: [a] | parentOf group:ours/a",
        "Group | members: [a] | hasMember user:ours/a",
        "User | memberOf: [a] | memberOf group:ours/a",
        "Widget | owner: a | ownedBy group:ours/a",
      })
  void aFieldOfTheSpecIsARelationAsItsKindSays(String kind, String field, String relation) {
    assertThat(relations(kind, field)).contains(relation);
  }

  @Test
  void eachRelationStandsOnceInTheOrderOfTypeAndTarget() {
    assertThat(relations("Component", "dependsOn: ['resource:b', 'resource:a', 'Resource:ours/B']"))
        .containsExactly(
            "dependsOn resource:ours/a", "dependsOn resource:ours/b", "ownedBy group:ours/o");
  }

  @Test
  void theNineKindsOfBackstageAndTheScorecardAreDefined() {
    assertThat(
            List.of(
                "Component",
                "API",
                "Resource",
                "System",
                "Domain",
                "Group",
                "User",
                "Location",
                "Template",
                "Scorecard"))
        .allSatisfy(
            kind ->
                assertThat(Kinds.shipped().named(kind))
                    .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(kind)));
  }

  @Test
  void aScorecardIsRead() {
    String scorecard =
        """
        apiVersion: portolan.dev/v1
        kind: Scorecard
        metadata: {name: production-readiness, title: Production readiness}
        spec:
          owner: platform
          filter: entity.kind == 'Component'
          levels: [{name: bronze, rank: 1}, {name: silver, rank: 2}]
          rules: [{id: has-owner, title: Owned, level: bronze, expression: has(entity.spec.owner)}]
        """;

    assertThat(Reading.of(scorecard).accepted()).hasSize(1);
    assertThat(Reading.of(scorecard.replace("id: has-owner, ", "")).problem())
        .extracting(Problem::field, Problem::rule)
        .containsExactly("/spec/rules/0/id", "spec.required");
  }

  /** Of an entity of the namespace ours, which has what its kind demands besides. */
  private static List<String> relations(String kind, String field) {
    String owner = field.startsWith("owner") ? "" : "owner: o, ";
    String yaml =
        """
        apiVersion: backstage.io/v1alpha1
        kind: %s
        metadata: {name: it, namespace: ours}
        spec: {%stype: t, lifecycle: l, definition: d, %s}
        """
            .formatted(kind, owner, field);
    return Reading.of(yaml).entity().entity().relations().stream()
        .map(relation -> relation.type() + " " + relation.target())
        .toList();
  }
}
