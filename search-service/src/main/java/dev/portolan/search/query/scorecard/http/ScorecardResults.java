package dev.portolan.search.query.scorecard.http;

import dev.portolan.events.EntityRef;
import dev.portolan.search.query.ConditionUnresolvedException;
import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.language.Standing;
import dev.portolan.search.query.scorecard.Scorecards;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The results of scorecard-service. */
final class ScorecardResults implements Scorecards {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RestClient service;

  ScorecardResults(RestClient service) {
    this.service = service;
  }

  private record Entities(List<String> entities) {}

  private record Problem(@Nullable String detail) {}

  @Override
  public Set<String> entities(Standing standing) {
    if (!standing.scorecard().kind().equals("scorecard")) {
      throw wrong(standing, standing.scorecard() + " is no scorecard.");
    }
    try {
      return service
          .get()
          .uri(uri -> address(standing, uri))
          .exchange((_, response) -> read(standing, response));
    } catch (RestClientException | JacksonException e) {
      throw unresolved(e);
    }
  }

  private static URI address(Standing standing, UriBuilder uri) {
    EntityRef scorecard = standing.scorecard();
    uri.path("/api/scorecards/{namespace}/{name}/entities").queryParam("standing", "{standing}");
    return standing.level() == null
        ? uri.build(scorecard.namespace(), scorecard.name(), standing.comparison())
        : uri.queryParam("level", "{level}")
            .build(
                scorecard.namespace(), scorecard.name(), standing.comparison(), standing.level());
  }

  private static Set<String> read(Standing standing, ClientHttpResponse response)
      throws IOException {
    HttpStatusCode status = response.getStatusCode();
    if (status.is2xxSuccessful()) {
      return Set.copyOf(JSON.readValue(response.getBody(), Entities.class).entities());
    }
    if (status.value() == 400 || status.value() == 404) {
      String detail = JSON.readValue(response.getBody(), Problem.class).detail();
      throw wrong(standing, detail == null ? "There is no such scorecard or level." : detail);
    }
    throw unresolved(new IOException("HTTP " + status.value()));
  }

  private static InvalidSearchException wrong(Standing standing, String detail) {
    return new InvalidSearchException(
        "text", "At character %d: %s".formatted(standing.at() + 1, detail), standing.at());
  }

  private static ConditionUnresolvedException unresolved(Exception cause) {
    return new ConditionUnresolvedException(
        "scorecard-service does not say how entities stand, so a search with scorecard cannot be"
            + " answered; leave that out or try again in a moment.",
        cause);
  }
}
