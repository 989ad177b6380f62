package dev.portolan.ingestion.adapter.git;

import java.time.Duration;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Ends a fetch that goes on for too long, however busily the server talks. */
final class Deadline extends EmptyProgressMonitor {
  private final long end;

  Deadline(Duration after) {
    end = System.nanoTime() + after.toNanos();
  }

  @Override
  public boolean isCancelled() {
    return System.nanoTime() - end > 0;
  }
}
