package dev.portolan.ingestion.history.http;

import dev.portolan.events.ChangeType;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.history.Page;
import dev.portolan.ingestion.history.postgres.ChangeLog;
import dev.portolan.ingestion.history.postgres.FormerNames;
import dev.portolan.ingestion.history.postgres.HistoryTable;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.observation.FieldProvenance;
import dev.portolan.ingestion.observation.Merge;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.observation.RelationFields;
import dev.portolan.ingestion.reconciliation.postgres.ObservationTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  /** The cursor of an entity that had one name ever. */
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

  private final HistoryTable history;
  private final ChangeLog log;
  private final FormerNames formerNames;
  private final ObservationTable observations;
  private final RelationFields fields;

  HistoryController(
      HistoryTable history,
      ChangeLog log,
      FormerNames formerNames,
      ObservationTable observations,
      RelationFields fields) {
    this.history = history;
    this.log = log;
    this.formerNames = formerNames;
    this.observations = observations;
    this.fields = fields;
  }

  /** Where the fields of an entity come from. */
  record Provenance(List<FieldProvenance> fields) {}

  /** Its changes, also those under the names that it had. */
  @GetMapping("/history")
  Page history(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "20") int first,
      @RequestParam(required = false) @Nullable String after) {
    EntityRef ref = new EntityRef(kind, namespace, name);
    Page page = page(ref, Pages.first(first), after);
    if (page.total() == 0) {
      throw absent(ref);
    }
    return page;
  }

  private Page page(EntityRef ref, int first, @Nullable String after) {
    if (after != null && VERSION.matcher(after).matches()) {
      return history.page(ref, first, Long.parseLong(after));
    }
    List<EntityRef> former = formerNames.of(ref);
    if (former.isEmpty() && after == null) {
      return history.page(ref, first, Long.MAX_VALUE);
    }
    var refs = new ArrayList<>(former);
    refs.add(ref);
    return log.page(refs, first, Pages.after(after));
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

  private static ApiException absent(EntityRef ref) {
    return ApiException.notFound("There is no entity " + ref + ", or there was none then.");
  }
}
