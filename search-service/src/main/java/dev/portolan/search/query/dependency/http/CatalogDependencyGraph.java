package dev.portolan.search.query.dependency.http;

import dev.portolan.events.EntityRef;
import dev.portolan.search.query.ConditionUnresolvedException;
import dev.portolan.search.query.dependency.DependencyGraph;
import dev.portolan.search.query.language.Condition.Direction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The graph of catalog-service: an impact's rows, of which the references are kept. */
final class CatalogDependencyGraph implements DependencyGraph {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RestClient catalog;

  CatalogDependencyGraph(RestClient catalog) {
    this.catalog = catalog;
  }

  /** A line of the export, as far as it is read. */
  private record Row(String ref) {}

  @Override
  public @Nullable Set<String> from(EntityRef ref, Direction direction) {
    try {
      return catalog
          .get()
          .uri(
              uri ->
                  uri.path("/api/impact/export")
                      .queryParam("ref", "{ref}")
                      .queryParam("direction", direction)
                      .queryParam("format", "jsonl")
                      .build(ref))
          .exchange((_, response) -> read(ref, response));
    } catch (RestClientException | JacksonException e) {
      throw unavailable(e);
    }
  }

  private static @Nullable Set<String> read(EntityRef root, ClientHttpResponse response)
      throws IOException {
    if (response.getStatusCode() == HttpStatus.NOT_FOUND) {
      return null;
    }
    if (!response.getStatusCode().is2xxSuccessful()) {
      throw unavailable(new IOException("HTTP " + response.getStatusCode().value()));
    }
    Set<String> refs = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.getBody(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          refs.add(JSON.readValue(line, Row.class).ref());
        }
      }
    }
    refs.remove(root.toString());
    return refs;
  }

  private static ConditionUnresolvedException unavailable(Exception cause) {
    return new ConditionUnresolvedException(
        "catalog-service does not say what depends on what, so a search with dependsOn or"
            + " dependencyOf cannot be answered; leave that out or try again in a moment.",
        cause);
  }
}
