package dev.portolan.ingestion.fact;

import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What sources say in tests: as they send it. */
final class Spoken {
  static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  private Spoken() {}

  /** The facts of a body, received at noon. */
  static List<ReadFact> body(String body) {
    List<ReadFact> read = new ArrayList<>();
    try {
      Body.splitJson(
          new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
          document -> read.add(FactReader.read(document, NOON)));
    } catch (IOException | MalformedTextException e) {
      throw new IllegalArgumentException(body, e);
    }
    return read;
  }

  /** One fact of checkout, {@code "value": 1} or {@code "add": []}, observed so long after noon. */
  static FactObservation said(String rest, int secondsAfterNoon) {
    String body =
        "{\"entity\": \"component:default/checkout\", \"fact\": \"deployments\", "
            + "\"observedAt\": \"%s\", %s}".formatted(NOON.plusSeconds(secondsAfterNoon), rest);
    return switch (body(body).getFirst()) {
      case ReadFact.Accepted(FactObservation observation) -> observation;
      case ReadFact.Rejected(FactProblem problem) ->
          throw new IllegalArgumentException(problem.toString());
    };
  }

  /** An element of a list, so long after noon, with something more to say. */
  static String element(String id, int secondsAfterNoon, String more) {
    return "{\"id\":\"%s\",\"at\":\"%s\",\"more\":\"%s\"}"
        .formatted(id, NOON.plusSeconds(secondsAfterNoon), more);
  }

  /** As it is held: members in order. */
  static String canonical(String id, int secondsAfterNoon, String more) {
    return "{\"at\":\"%s\",\"id\":\"%s\",\"more\":\"%s\"}"
        .formatted(NOON.plusSeconds(secondsAfterNoon), id, more);
  }
}
