package dev.portolan.ingestion.fact.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.fact.FactDecision;
import dev.portolan.ingestion.fact.FactKey;
import dev.portolan.ingestion.fact.FactObservation;
import dev.portolan.ingestion.fact.FactProblem;
import dev.portolan.ingestion.fact.FactReport;
import dev.portolan.ingestion.fact.Facts;
import dev.portolan.ingestion.fact.HeldFact;
import dev.portolan.ingestion.reconciliation.postgres.KnownEntities;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what a source says of facts, in chunks: each is committed with its events, or not at all.
 */
@Component
public class FactWriter {
  /** Of facts. Few, because each may be long, and as many are in memory at once. */
  private static final int CHUNK = 100;

  private final FactTable table;
  private final FactPublication publication;
  private final KnownEntities entities;
  private final FactMetrics metrics;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  FactWriter(
      FactTable table,
      FactPublication publication,
      KnownEntities entities,
      FactMetrics metrics,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.table = table;
    this.publication = publication;
    this.entities = entities;
    this.metrics = metrics;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * The source says this.
   *
   * @param broken what of its request could not be read
   */
  public FactReport write(
      String source, List<FactObservation> said, Collection<FactProblem> broken) {
    var accepted = new ArrayList<FactObservation>();
    var rejected = new ArrayList<>(broken);
    for (SortedMap<FactKey, List<FactObservation>> chunk : chunks(said)) {
      Timer.Sample sample = Timer.start();
      List<FactDecision> decisions =
          Objects.requireNonNull(transaction.execute(_ -> commit(source, chunk)));
      sample.stop(metrics.chunks());
      for (FactDecision decision : decisions) {
        accepted.addAll(decision.accepted());
        rejected.addAll(decision.refused());
      }
    }
    rejected.sort(Comparator.comparingInt(FactProblem::index));
    long unchanged = (long) said.size() + broken.size() - accepted.size() - rejected.size();
    FactReport report =
        new FactReport(accepted.size(), unchanged, rejected, unknownEntities(accepted));
    metrics.facts(source, report);
    return report;
  }

  /** All that is said of one fact is in one chunk. */
  private static List<SortedMap<FactKey, List<FactObservation>>> chunks(
      List<FactObservation> said) {
    var byKey =
        said.stream()
            .collect(
                Collectors.groupingBy(
                    FactObservation::key, TreeMap::new, Collectors.toUnmodifiableList()));
    var chunks = new ArrayList<SortedMap<FactKey, List<FactObservation>>>();
    byKey.forEach(
        (key, observations) -> {
          if (chunks.isEmpty() || chunks.getLast().size() == CHUNK) {
            chunks.add(new TreeMap<>());
          }
          chunks.getLast().put(key, observations);
        });
    return chunks;
  }

  private List<FactDecision> commit(
      String source, SortedMap<FactKey, List<FactObservation>> chunk) {
    List<HeldFact> held = table.lock(new TreeSet<>(chunk.keySet()), source);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var decisions = new ArrayList<FactDecision>(held.size());
    var changed = new ArrayList<HeldFact>();
    var heard = new ArrayList<HeldFact>();
    var never = new ArrayList<HeldFact>();
    for (HeldFact before : held) {
      List<FactObservation> said = Objects.requireNonNull(chunk.get(before.key()));
      FactDecision decision = Facts.decide(before, source, said, now);
      decisions.add(decision);
      if (decision.changed()) {
        changed.add(decision.held());
      } else if (before.version() == 0) {
        never.add(before);
      } else if (!decision.held().equals(before)) {
        heard.add(decision.held());
      }
    }
    keep(changed, heard, never);
    return decisions;
  }

  private void keep(List<HeldFact> changed, List<HeldFact> heard, List<HeldFact> never) {
    if (!changed.isEmpty()) {
      table.write(changed);
      publication.publish(changed);
    }
    if (!heard.isEmpty()) {
      table.heard(heard);
    }
    if (!never.isEmpty()) {
      table.drop(never);
    }
  }

  private long unknownEntities(List<FactObservation> accepted) {
    Set<EntityRef> refs =
        accepted.stream().map(each -> each.key().entity()).collect(Collectors.toSet());
    Set<EntityRef> known = entities.among(refs);
    return accepted.stream().filter(each -> !known.contains(each.key().entity())).count();
  }
}
