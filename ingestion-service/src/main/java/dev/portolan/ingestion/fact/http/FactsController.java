package dev.portolan.ingestion.fact.http;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.ValueOf;
import dev.portolan.ingestion.fact.HeldFact;
import dev.portolan.ingestion.fact.postgres.FactTable;
import dev.portolan.ingestion.fact.postgres.FactWriter;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.reconciliation.postgres.KnownEntities;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.postgres.SourceTable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A source says what it measured, and anybody asks what is known of an entity. */
@RestController
class FactsController {
  private final SourceTable sources;
  private final FactWriter writer;
  private final FactTable table;
  private final KnownEntities entities;
  private final InstantSource clock;

  FactsController(
      SourceTable sources,
      FactWriter writer,
      FactTable table,
      KnownEntities entities,
      InstantSource clock) {
    this.sources = sources;
    this.writer = writer;
    this.table = table;
    this.entities = entities;
    this.clock = clock;
  }

  /** The facts of an entity that are not withdrawn, by name. */
  record FactsOf(EntityRef entity, List<Fact> facts) {}

  /** A fact, as its last event said it. */
  record Fact(
      String fact,
      long version,
      @Nullable Object value,
      String source,
      Instant observedAt,
      Instant committedAt) {

    private static Fact of(HeldFact held) {
      return new Fact(
          held.key().name(),
          held.version(),
          ValueOf.tree(CanonicalJson.tree(Objects.requireNonNull(held.value()))),
          held.source(),
          held.observedAt(),
          held.committedAt());
    }
  }

  @PostMapping("/api/sources/{source}/facts")
  FactsAnswer push(@PathVariable String source, HttpServletRequest request) {
    Source known = sources.pushing(Source.checkName(source));
    FactBody body = FactBody.read(request, clock.instant().truncatedTo(ChronoUnit.MICROS));
    FactsAnswer answer =
        FactsAnswer.of(
            known.name(), writer.write(known.name(), body.said(), body.broken()), body.isArray());
    if (!answer.rejected().isEmpty() && answer.accepted() + answer.unchanged() == 0) {
      throw nothingTaken(answer);
    }
    return answer;
  }

  @GetMapping("/api/entities/{kind}/{namespace}/{name}/facts")
  FactsOf facts(
      @PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
    EntityRef entity = new EntityRef(kind, namespace, name);
    List<HeldFact> held = table.of(entity);
    if (held.isEmpty() && entities.among(List.of(entity)).isEmpty()) {
      throw ApiException.notFound("There is no entity " + entity + ", and no fact of it.");
    }
    return new FactsOf(entity, held.stream().map(Fact::of).toList());
  }

  private static ApiException nothingTaken(FactsAnswer answer) {
    return ApiException.unprocessable(
            "No fact could be taken",
            answer.rejected().size()
                + " of as many facts broke a rule; see rejected for the place, the field and what is"
                + " wrong.")
        .with(
            Map.of(
                "source", answer.source(),
                "accepted", answer.accepted(),
                "unchanged", answer.unchanged(),
                "unknownEntities", answer.unknownEntities(),
                "rejected", answer.rejected()));
  }
}
