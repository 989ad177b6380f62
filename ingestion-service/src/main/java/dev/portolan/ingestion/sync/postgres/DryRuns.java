package dev.portolan.ingestion.sync.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.reconciliation.postgres.Foresight;
import dev.portolan.ingestion.reconciliation.postgres.Reconciler;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.sync.Sync.Mode;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Begins dry runs. */
@Component
public class DryRuns {
  private final Reconciler reconciler;
  private final Foresight foresight;
  private final CatalogDefinitions definitions;

  DryRuns(Reconciler reconciler, Foresight foresight, CatalogDefinitions definitions) {
    this.reconciler = reconciler;
    this.foresight = foresight;
    this.definitions = definitions;
  }

  /**
   * Begins one.
   *
   * @param source who would push; it need not be known
   * @param retracted what it would retract after a delta
   */
  public DryRun begin(Source source, Mode mode, Collection<EntityRef> retracted) {
    return new DryRun(
        reconciler,
        foresight,
        definitions.of(source.name(), source::priority),
        source,
        mode == Mode.FULL ? foresight.has(source.name()) : Set.of(),
        retracted);
  }
}
