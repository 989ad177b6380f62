package dev.portolan.gateway.service.http;

import dev.portolan.gateway.service.Service;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Answers that are passed on while they arrive, however long they are. */
public final class ServiceStreams {
  private final Map<Service, Opening> openings;

  ServiceStreams(Map<Service, Opening> openings) {
    this.openings = Map.copyOf(openings);
  }

  /** How the answers of one service begin: behind its guard, which lets go of them then. */
  record Opening(RestClient client, Refusals refusals, Guard guard) {
    ClientHttpResponse open(String path, MultiValueMap<String, String> parameters) {
      return guard.call(() -> answer(path, parameters));
    }

    private @Nullable ClientHttpResponse answer(
        String path, MultiValueMap<String, String> parameters) {
      return client
          .get()
          .uri(uri -> Queries.of(uri.path(path), parameters))
          .exchange(
              (request, response) -> {
                if (response.getStatusCode().isError()) {
                  try (response) {
                    refusals.raise(response);
                  }
                }
                return response;
              },
              false);
    }
  }

  /**
   * Asks the service and waits until its answer begins; the caller reads the answer and closes it.
   *
   * @throws dev.portolan.gateway.service.RefusedException when the service will not answer
   * @throws dev.portolan.gateway.service.ServiceAwayException when it cannot
   */
  @SuppressWarnings("NullAway") // every service has an entry
  public ClientHttpResponse open(
      Service service, String path, MultiValueMap<String, String> parameters) {
    return openings.get(service).open(path, parameters);
  }
}
