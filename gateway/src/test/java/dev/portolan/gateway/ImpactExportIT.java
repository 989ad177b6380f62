package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class ImpactExportIT {
  private static final String EXPORT = "GET /api/impact/export";

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static ResponseEntity<String> export(String query, Map<String, ?> values) {
    return RestClient.create(gateway.url())
        .get()
        .uri("/export/impact?" + query, values)
        .retrieve()
        .onStatus(status -> true, (request, response) -> {})
        .toEntity(String.class);
  }

  @Test
  void theFileComesAsTheServiceWritesIt() {
    String rows = "ref,depth\n" + "component:default/a,1\n".repeat(100_000);
    gateway
        .services()
        .play(CATALOG, EXPORT, question -> new Answer(200, rows, "text/csv;charset=UTF-8"));

    ResponseEntity<String> file =
        export(
            "ref={ref}&format=csv&relationType=dependsOn&relationType={other}&asOf={at}&secret=1",
            Map.of(
                "ref",
                "component:default/a",
                "other",
                "a&b={c}",
                "at",
                "2026-11-01T00:00:00+01:00"));

    assertThat(file.getBody()).isEqualTo(rows);
    assertThat(file.getHeaders().getFirst("Content-Type")).startsWith("text/csv");
    assertThat(gateway.services().asked().getFirst().query())
        .contains("ref=component:default/a", "relationType=dependsOn", "relationType=a&b={c}")
        .contains("asOf=2026-11-01T00:00:00+01:00")
        .doesNotContain("secret");
  }

  @Test
  void theProblemOfTheServiceIsPassedOn() {
    gateway
        .services()
        .play(CATALOG, EXPORT, q -> Answer.problem(404, "component:default/x is not"));

    ResponseEntity<String> answer = export("ref=component:x", Map.of());

    assertThat(answer.getStatusCode().value()).isEqualTo(404);
    assertThat(answer.getHeaders().getFirst("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.getBody()).contains("component:default/x is not");
  }

  @Test
  void aServiceThatIsAwayIsToldSo() {
    gateway.services().away(CATALOG);

    ResponseEntity<String> answer = export("ref=component:x", Map.of());

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getBody()).contains("catalog-service");
  }
}
