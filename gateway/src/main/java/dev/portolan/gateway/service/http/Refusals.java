package dev.portolan.gateway.service.http;

import dev.portolan.gateway.service.RefusedException;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceAwayException;
import dev.portolan.gateway.service.ServiceFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells what a status that is no success means. */
final class Refusals {
  private static final Set<Integer> AWAY = Set.of(502, 503, 504);
  private static final int LONGEST_PROBLEM = 64 * 1024;

  private final Service service;
  private final JsonMapper json;

  Refusals(Service service, JsonMapper json) {
    this.service = service;
    this.json = json;
  }

  RestClient.Builder addTo(RestClient.Builder builder) {
    return builder.defaultStatusHandler(
        status -> status.isError(), (request, response) -> raise(response));
  }

  void raise(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    if (AWAY.contains(status)) {
      throw new ServiceAwayException(service, "is not ready", new IOException("HTTP " + status));
    }
    if (response.getStatusCode().is5xxServerError()) {
      throw new ServiceFailedException(service, "failed; its log says why");
    }
    throw new RefusedException(service, status, detailOf(response, status));
  }

  private String detailOf(ClientHttpResponse response, int status) throws IOException {
    byte[] body = response.getBody().readNBytes(LONGEST_PROBLEM);
    try {
      Problem problem = json.readValue(body, Problem.class);
      if (problem.detail() != null) {
        return problem.told();
      }
    } catch (JacksonException e) {
      // No problem detail; the status is all there is to tell.
    }
    return service.label() + " refused this with status " + status + ".";
  }

  private record Problem(@Nullable String detail, @Nullable List<Broken> problems) {
    /** Of many broken rules the first, which is the only one where one thing was said. */
    String told() {
      return problems == null || problems.isEmpty()
          ? String.valueOf(detail)
          : detail + " " + problems.getFirst().message();
    }
  }

  private record Broken(String message) {}
}
