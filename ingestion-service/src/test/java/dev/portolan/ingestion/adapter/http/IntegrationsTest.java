package dev.portolan.ingestion.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.SourceReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each integration against a server that answers in the shapes that its vendor documents. */
class IntegrationsTest {
  private final TestingApi api = TestingApi.start();
  private final HttpSources sources = new HttpSources(api);

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void servicesOfPagerDuty() {
    api.does(
        request ->
            request.json(
                request.target().contains("offset=1")
                    ? """
                      {"services": [{"id": "PXPGF42", "name": "Cart", "description": "", "teams": [],
                        "status": "disabled", "html_url": "https://acme.pagerduty.com/service-directory/PXPGF42"}],
                       "limit": 1, "offset": 1, "more": false, "total": null}
                      """
                    : """
                      {"services": [{"id": "PIJ90N7", "type": "service", "summary": "Checkout",
                        "name": "Checkout", "description": "Takes the money", "status": "active",
                        "html_url": "https://acme.pagerduty.com/service-directory/PIJ90N7",
                        "last_incident_timestamp": "2026-10-01T09:00:00Z",
                        "escalation_policy": {"id": "PT20YPA", "summary": "Payments"},
                        "teams": [{"id": "PQ9K7I8", "type": "team_reference", "summary": "Payments"}]}],
                       "limit": 1, "offset": 0, "more": true, "total": null}
                      """));

    read("pagerduty-services", Map.of(), "/services?limit=1&include%5B%5D=teams");

    assertThat(api.asked())
        .containsExactly(
            "/services?limit=1&include%5B%5D=teams",
            "/services?limit=1&include%5B%5D=teams&offset=1");
    assertThat(api.headers().getFirst("Authorization")).isEqualTo("Token token=s3cret");
    Entity checkout = sources.entities().getFirst();
    assertThat(checkout.ref()).hasToString("pagerdutyservice:default/pij90n7");
    assertThat(checkout.title()).isEqualTo("Checkout");
    assertThat(checkout.links().getFirst().url()).endsWith("PIJ90N7");
    assertThat(checkout.spec())
        .containsEntry("status", "active")
        .containsEntry("teams", List.of("Payments"))
        .containsEntry("escalationPolicy", "Payments");
    assertThat(sources.entities().get(1).description()).isNull();
  }

  @Test
  void repositoriesOfGitHub() {
    api.does(
        request -> {
          if (request.number() == 1) {
            request.with(
                "Link",
                "<%s>; rel=\"next\", <%s>; rel=\"last\""
                    .formatted(
                        api.url("/organizations/1/repos?page=2"),
                        api.url("/organizations/1/repos?page=2")));
            request.json(
                """
                [{"id": 1, "name": "checkout", "full_name": "acme/checkout", "private": true,
                  "html_url": "https://github.com/acme/checkout", "description": "Takes the money",
                  "language": "Java", "topics": ["payments", "tier-1"], "archived": false,
                  "visibility": "private", "default_branch": "main", "owner": {"login": "acme"}}]
                """);
          } else {
            request.json(
                """
                [{"id": 2, "name": ".github", "full_name": "acme/.github", "private": false,
                  "html_url": "https://github.com/acme/.github", "description": null,
                  "language": null, "topics": [], "archived": false, "visibility": "public",
                  "default_branch": "main"},
                 {"id": 3, "name": "old__docs-", "full_name": "acme/old__docs-",
                  "html_url": "https://github.com/acme/old__docs-", "archived": true}]
                """);
          }
        });

    read("github-repositories", Map.of("organization", "acme"), "/orgs/acme/repos?per_page=100");

    assertThat(sources.names()).containsExactly("checkout", "github", "old_docs");
    Entity checkout = sources.entities().getFirst();
    assertThat(checkout.kind()).isEqualTo("Repository");
    assertThat(checkout.tags()).containsExactly("payments", "tier-1");
    assertThat(checkout.annotations()).containsEntry("github.com/project-slug", "acme/checkout");
    assertThat(checkout.spec()).containsEntry("language", "Java").containsEntry("archived", false);
  }

  @Test
  void teamsOfGitHub() {
    api.does(
        request ->
            request.json(
                """
                [{"id": 1, "slug": "payments", "name": "Payments", "description": "", "parent": null,
                  "privacy": "closed", "html_url": "https://github.com/orgs/acme/teams/payments"},
                 {"id": 2, "slug": "billing", "name": "Billing", "description": "Bills",
                  "html_url": "https://github.com/orgs/acme/teams/billing",
                  "parent": {"id": 1, "slug": "payments", "name": "Payments"}}]
                """));

    read("github-teams", Map.of("organization", "acme"), "/orgs/acme/teams?per_page=100");

    Entity billing = sources.entities().get(1);
    assertThat(billing.ref()).hasToString("group:default/billing");
    assertThat(billing.annotations()).containsEntry("github.com/team-slug", "acme/billing");
    assertThat(billing.relations())
        .singleElement()
        .satisfies(
            parent -> {
              assertThat(parent.type()).isEqualTo("childOf");
              assertThat(parent.target()).hasToString("group:default/payments");
            });
  }

  @Test
  void theCatalogOfBackstage() {
    api.does(
        request ->
            request.json(
                request.target().contains("cursor=")
                    ? """
                      {"items": [{"apiVersion": "backstage.io/v1alpha1", "kind": "Location",
                         "metadata": {"name": "generated-1", "namespace": "default"},
                         "spec": {"type": "url", "target": "https://github.com/acme/a.yaml"}},
                        {"apiVersion": "backstage.io/v1alpha1", "kind": "Group",
                         "metadata": {"name": "payments", "namespace": "retail"},
                         "spec": {"type": "team", "children": []}, "relations": []}],
                       "totalItems": 3, "pageInfo": {"prevCursor": "eyJh"}}
                      """
                    : """
                      {"items": [{"apiVersion": "backstage.io/v1alpha1", "kind": "Component",
                         "metadata": {"name": "checkout", "namespace": "retail", "uid": "0b3c",
                           "etag": "9f", "title": "Checkout", "tags": ["java"],
                           "annotations": {"backstage.io/managed-by-location": "url:https://github.com/acme"},
                           "links": [{"url": "https://example.com", "title": "Runbook"}]},
                         "spec": {"type": "service", "lifecycle": "production", "owner": "payments"},
                         "relations": [{"type": "ownedBy", "targetRef": "group:retail/payments"}]}],
                       "totalItems": 3, "pageInfo": {"nextCursor": "eyJz=="}}
                      """));

    read(
        "backstage-catalog",
        Map.of("host", "backstage.acme.example:7007"),
        "/api/catalog/entities/by-query?limit=200");

    assertThat(api.asked().getLast()).endsWith("&cursor=eyJz%3D%3D");
    assertThat(sources.names()).containsExactly("checkout", "payments");
    Entity checkout = sources.entities().getFirst();
    assertThat(checkout.namespace()).isEqualTo("retail");
    assertThat(checkout.links().getFirst().title()).isEqualTo("Runbook");
    assertThat(checkout.relations().getFirst().target()).hasToString("group:retail/payments");
  }

  @Test
  void projectsOfSentry() {
    api.does(
        request ->
            request
                .with(
                    "Link",
                    "<%1$s>; rel=\"previous\"; results=\"false\"; cursor=\"0:0:1\", <%1$s>; rel=\"next\"; results=\"%2$s\"; cursor=\"0:100:0\""
                        .formatted(api.url("/next?cursor=0:100:0"), request.number() == 1))
                .json(
                    """
                    [{"id": "%d", "slug": "checkout-%d", "name": "Checkout", "platform": "java",
                      "status": "active", "teams": [{"id": "1", "slug": "payments", "name": "Payments"}],
                      "firstEvent": null}]
                    """
                        .formatted(request.number(), request.number())));

    read("sentry-projects", Map.of("organization", "acme"), "/api/0/organizations/acme/projects/");

    assertThat(sources.names()).containsExactly("checkout-1", "checkout-2");
    assertThat(sources.entities().getFirst().spec())
        .containsEntry("platform", "java")
        .containsEntry("teams", List.of("payments"))
        .doesNotContainKey("firstEvent");
  }

  @Test
  void projectsOfSonarQube() {
    api.does(
        request ->
            request.json(
                """
                {"paging": {"pageIndex": %d, "pageSize": 1, "total": 2},
                 "components": [{"key": "acme:checkout-%d", "name": "Checkout", "qualifier": "TRK",
                   "project": "acme:checkout"}]}
                """
                    .formatted(request.number(), request.number())));

    read(
        "sonarqube-projects",
        Map.of("host", "sonar.acme.example"),
        "/api/components/search?qualifiers=TRK&ps=1");

    assertThat(api.asked().getLast()).isEqualTo("/api/components/search?qualifiers=TRK&ps=1&p=2");
    assertThat(sources.names()).containsExactly("acme-checkout-1", "acme-checkout-2");
    assertThat(sources.entities().getFirst().annotations())
        .containsEntry("sonarqube.org/project-key", "acme:checkout-1");
  }

  @Test
  void theAddressIsTheVendorsUnlessTheSourceSaysAnother() {
    assertThat(url("github-teams", Map.of("organization", "acme")))
        .isEqualTo("https://api.github.com/orgs/acme/teams?per_page=100");
    assertThat(url("backstage-catalog", Map.of("host", "b.example:7007")))
        .startsWith("https://b.example:7007/api/catalog/");
  }

  @Test
  void aVariableIsAWordAndNoWayOutOfTheAddress() {
    for (Object value : List.of("", "a/b", "a?b", "..", "me@evil.example", "a.example/x")) {
      assertThatThrownBy(() -> url("github-teams", Map.of("organization", value)))
          .as("%s", value)
          .isInstanceOfSatisfying(
              InvalidConfigurationException.class,
              e -> assertThat(e.key()).isEqualTo("variables/organization"));
    }
    assertThatThrownBy(() -> url("github-teams", Map.of())).hasMessageContaining("'organization'");
    assertThatThrownBy(() -> url("../application", Map.of()))
        .hasMessageContaining("no integration");
  }

  @Test
  void everyIntegrationIsListedAndTried() throws IOException {
    String readme = Files.readString(Path.of("integrations/README.md"));
    try (Stream<Path> files = Files.list(Path.of("integrations"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .map(file -> file.replace(".yaml", ""))
              .toList();
      assertThat(names)
          .hasSize(6)
          .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"))
          .allSatisfy(name -> url(name, Map.of("organization", "acme", "host", "host.example")));
    }
  }

  private static String url(String integration, Map<String, Object> variables) {
    return HttpSource.of(
            Map.of(
                "integration", integration,
                "variables", variables,
                "auth", Map.of("secret", HttpSources.SECRET)))
        .url()
        .toString();
  }

  /** Reads it from the testing API under the path that the vendor has. */
  private void read(String integration, Map<String, Object> variables, String target) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("integration", integration);
    configuration.put("variables", variables);
    configuration.put("url", api.url(target));
    configuration.put("auth", Map.of("secret", HttpSources.SECRET));

    SourceReading reading = sources.read(configuration);

    assertThat(reading.faults()).isEmpty();
    assertThat(sources.problems()).isEmpty();
  }
}
