package dev.portolan.search.rebuild;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.search.indexing.WriteGate;
import dev.portolan.search.intake.Projection;
import java.util.List;
import java.util.Map;

/**
 * The live index: of today's definition before the first change is written to it, and not written
 * to while another takes its place.
 */
public final class LiveProjection implements Projection {
  private final Projection index;
  private final Rebuilds rebuilds;
  private final WriteGate gate;

  /** The live index as the intake sees it. */
  public LiveProjection(Projection index, Rebuilds rebuilds, WriteGate gate) {
    this.index = index;
    this.rebuilds = rebuilds;
    this.gate = gate;
  }

  @Override
  public void prepare() {
    index.prepare();
    try {
      rebuilds.bringUpToDate();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the index was built anew", e);
    }
  }

  @Override
  public Map<EntityRef, String> apply(List<EntityChanged> changes) {
    return gate.pass(() -> index.apply(changes));
  }

  @Override
  public void makeVisible() {
    index.makeVisible();
  }
}
