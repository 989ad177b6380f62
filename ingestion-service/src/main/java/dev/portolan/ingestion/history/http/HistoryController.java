package dev.portolan.ingestion.history.http;

import dev.portolan.events.ChangeType;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.history.Page;
import dev.portolan.ingestion.history.postgres.HistoryTable;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.observation.FieldProvenance;
import dev.portolan.ingestion.observation.Merge;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.observation.RelationFields;
import dev.portolan.ingestion.reconciliation.postgres.ObservationTable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an entity was, and who says what it is. */
@RestController
@RequestMapping("/api/entities/{kind}/{namespace}/{name}")
class HistoryController {
  private static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

  private final HistoryTable history;
  private final ObservationTable observations;
  private final RelationFields fields;

  HistoryController(HistoryTable history, ObservationTable observations, RelationFields fields) {
    this.history = history;
    this.observations = observations;
    this.fields = fields;
  }

  /** Where the fields of an entity come from. */
  record Provenance(List<FieldProvenance> fields) {}

  @GetMapping("/history")
  Page history(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "20") int first,
      @RequestParam(required = false) @Nullable String after) {
    EntityRef ref = new EntityRef(kind, namespace, name);
    Page page = history.page(ref, Pages.first(first), before(after));
    if (page.total() == 0) {
      throw absent(ref);
    }
    return page;
  }

  /** The state of a moment; without one, the state now. */
  @GetMapping
  ResponseEntity<String> entity(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable Instant asOf) {
    EntityRef ref = new EntityRef(kind, namespace, name);
    String event =
        history
            .asOf(ref, asOf == null ? NOW : Moments.bounded("asOf", asOf))
            .orElseThrow(() -> absent(ref));
    if (CanonicalJson.event(event).change() == ChangeType.DELETED) {
      throw ApiException.notFound(
          "Entity " + ref + " was deleted" + (asOf == null ? "." : " as of " + asOf + "."));
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(event);
  }

  @GetMapping("/provenance")
  Provenance provenance(
      @PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
    EntityRef ref = new EntityRef(kind, namespace, name);
    List<Observation> said = observations.without("", List.of(ref)).getOrDefault(ref, List.of());
    if (said.isEmpty()) {
      throw absent(ref);
    }
    return new Provenance(Merge.provenance(said, fields));
  }

  private static long before(@Nullable String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    if (!cursor.matches("[0-9]{1,18}")) {
      throw Pages.notACursor("after", cursor);
    }
    return Long.parseLong(cursor);
  }

  private static ApiException absent(EntityRef ref) {
    return ApiException.notFound("There is no entity " + ref + ", or there was none then.");
  }
}
