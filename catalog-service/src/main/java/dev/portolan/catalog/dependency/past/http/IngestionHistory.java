package dev.portolan.catalog.dependency.past.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.catalog.dependency.Supposition;
import dev.portolan.catalog.dependency.past.History;
import dev.portolan.catalog.dependency.past.HistoryUnavailableException;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads states line by line, and takes them for whole only when the last line says so. */
final class IngestionHistory implements History {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RestClient client;

  IngestionHistory(RestClient client) {
    this.client = client;
  }

  @Override
  public void states(Instant asOf, Instant changedSince, Consumer<EntityChanged> state) {
    try {
      client
          .get()
          .uri("/api/history/states?asOf={asOf}&changedSince={since}", asOf, changedSince)
          .exchange(
              (request, response) -> {
                if (!response.getStatusCode().is2xxSuccessful()) {
                  throw refusal(response);
                }
                read(response, state);
                return true;
              });
    } catch (RestClientException | JacksonException e) {
      throw new HistoryUnavailableException(
          "The past cannot be had from ingestion-service: " + e.getMessage(), e);
    }
  }

  private static void read(ClientHttpResponse response, Consumer<EntityChanged> state)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(response.getBody(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode json = JSON.readTree(line);
      if (json.path("end").asBoolean(false)) {
        return;
      }
      state.accept(
          json.path("version").asLong() == 0
              ? Supposition.of(EntityRef.parse(json.path("ref").asString()), null)
              : JSON.treeToValue(json, EntityChanged.class));
    }
    throw new HistoryUnavailableException(
        "The past was cut off on its way from ingestion-service; ask again", null);
  }

  private static RuntimeException refusal(ClientHttpResponse response) throws IOException {
    String body = new String(response.getBody().readNBytes(10_000), UTF_8);
    if (!response.getStatusCode().is4xxClientError()) {
      return new HistoryUnavailableException(
          "ingestion-service does not tell the past: it answers " + response.getStatusCode(), null);
    }
    return new InvalidQueryException(detail(body));
  }

  private static String detail(String body) {
    try {
      return JSON.readTree(body).path("detail").asString("ingestion-service refuses this moment");
    } catch (JacksonException e) {
      return "ingestion-service refuses this moment";
    }
  }
}
