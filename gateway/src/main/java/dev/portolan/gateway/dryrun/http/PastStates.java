package dev.portolan.gateway.dryrun.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.dryrun.State;
import dev.portolan.gateway.limit.Limits;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceAwayException;
import dev.portolan.gateway.service.http.ServiceStreams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What entities were that have changed since: with these supposed, the present is the past.
 *
 * <p>Lines of JSON come one by one, and are the whole only when the last says so.
 */
public final class PastStates {
  /** How many entities are supposed at most: they are in memory together. */
  public static final int MOST = 20_000;

  /** How many characters their states may have together. */
  private static final long MOST_CHARACTERS = 64L << 20;

  /** As long as a change may take from its commit to the results of scorecards. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final ServiceStreams streams;
  private final JsonMapper json;
  private final InstantSource clock;

  PastStates(ServiceStreams streams, JsonMapper json, InstantSource clock) {
    this.streams = streams;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The states at a moment of all entities that changed since.
   *
   * @throws CodedException when it has not come yet, or too much has changed since
   */
  public List<State> at(Instant moment) {
    Instant now = clock.instant();
    if (moment.isAfter(now)) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          "`asOf` is %s, which has not come yet: it is %s.".formatted(moment, now));
    }
    MultiValueMap<String, String> span = new LinkedMultiValueMap<>();
    span.add("asOf", moment.toString());
    span.add("changedSince", moment.minus(MARGIN).toString());
    try (ClientHttpResponse answer = streams.open(Service.INGESTION, "/api/history/states", span);
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.getBody(), UTF_8))) {
      return read(lines, moment);
    } catch (IOException | JacksonException e) {
      throw brokeOff(e);
    }
  }

  private List<State> read(BufferedReader lines, Instant moment) throws IOException {
    List<State> states = new ArrayList<>();
    long characters = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode told = json.readTree(line);
      if (told.path("end").asBoolean(false)) {
        return states;
      }
      characters += line.length();
      if (states.size() == MOST || characters > MOST_CHARACTERS) {
        throw Limits.exceeded(
            "More has changed since %s than can be supposed to be as it was, which is %,d entities and %,d characters: ask for a later moment."
                .formatted(moment, MOST, MOST_CHARACTERS));
      }
      states.add(state(told));
    }
    throw brokeOff(new IOException("The last line is missing"));
  }

  private State state(JsonNode told) {
    JsonNode entity = told.path("entity");
    return new State(
        EntityRef.parse(told.path("ref").asString()),
        entity.isObject() ? json.treeToValue(entity, Entity.class) : null);
  }

  private static ServiceAwayException brokeOff(Exception cause) {
    return new ServiceAwayException(Service.INGESTION, "broke off while it told the past", cause);
  }
}
