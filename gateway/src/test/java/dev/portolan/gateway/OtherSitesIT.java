package dev.portolan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

class OtherSitesIT {
  private static final String MUTATION = "mutation { restore(ref: \"component:a\") { ref } }";

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static int status(RestClient.RequestHeadersSpec<?> request) {
    return request.exchange((asked, answer) -> answer.getStatusCode().value());
  }

  private static RestClient.RequestBodySpec post(MediaType type) {
    return RestClient.create(gateway.url()).post().uri("/graphql").contentType(type);
  }

  @Test
  void aMutationIsNeverAGet() {
    int status =
        status(
            RestClient.create(gateway.url())
                .method(HttpMethod.GET)
                .uri("/graphql?query={query}", MUTATION));

    assertThat(status).isEqualTo(405);
    assertThat(gateway.services().asked()).isEmpty();
  }

  @Test
  void aPageOfAnotherSiteSendsNothing() {
    Map<String, String> body = Map.of("query", MUTATION);

    assertThat(
            status(
                post(MediaType.APPLICATION_JSON)
                    .header("Origin", "https://evil.example")
                    .body(body)))
        .isEqualTo(403);
    assertThat(gateway.services().asked()).isEmpty();
    assertThat(status(post(MediaType.APPLICATION_JSON).header("Origin", gateway.url()).body(body)))
        .isEqualTo(200);
  }

  @Test
  void whatAFormCanSendIsNoQuestion() {
    String body = "{\"query\":\"mutation { restore(ref: \\\"component:a\\\") { ref } }\"}";

    assertThat(status(post(MediaType.TEXT_PLAIN).body(body))).isBetween(400, 499);
    assertThat(gateway.services().asked()).isEmpty();
  }
}
