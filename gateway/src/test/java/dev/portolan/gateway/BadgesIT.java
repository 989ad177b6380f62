package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class BadgesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @Test
  void aBadgeIsAPictureOfTheLevel() {
    gateway.services().answer(SCORECARD, "GET /api/scorecards", body -> Fixtures.scorecards());
    gateway.services().answer(SCORECARD, "POST /api/results/batch", Fixtures::results);

    ResponseEntity<String> badge = get("/badge/component/default/a/ready.svg");

    assertThat(badge.getStatusCode().value()).isEqualTo(200);
    assertThat(badge.getHeaders().getContentType()).hasToString("image/svg+xml");
    assertThat(badge.getHeaders().getCacheControl()).contains("max-age=60");
    assertThat(badge.getBody()).startsWith("<svg").contains(">Ready<");
    assertThat(get("/badge/component/default/a/gone.svg").getStatusCode().value()).isEqualTo(404);
    assertThat(get("/badge/component/default/a b/ready.svg").getStatusCode().value())
        .isEqualTo(400);
  }

  @Test
  void whereTheServiceIsAwayThereIsNoPictureAndTheStatusSaysSo() {
    gateway.services().away(SCORECARD);

    assertThat(get("/badge/component/default/a/ready.svg").getStatusCode().value()).isEqualTo(503);
  }

  private static ResponseEntity<String> get(String path) {
    return RestClient.create(gateway.url())
        .get()
        .uri(path)
        .retrieve()
        .onStatus(_ -> true, (_, _) -> {})
        .toEntity(String.class);
  }
}
