package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.kind.SpecFault;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Entities that exist and break a definition of their kind.
 *
 * @param total how many there are
 * @param of how many entities of the kind
 * @param first the first of them
 */
public record Misfits(long total, long of, List<Misfit> first) {
  /** How many are told one by one. */
  public static final int TOLD = 5;

  /**
   * One of them.
   *
   * @param fault the first that it has
   */
  public record Misfit(EntityRef ref, SpecFault fault) {}

  /** What whoever wrote the definition can do about them. */
  String message() {
    return "%d of the %d entities of this kind break this schema: %s%s. Mend them, or have the"
            .formatted(total, of, told(), total > first.size() ? ", and others" : "")
        + " schema hold for what comes from now on with 'enforcement: newOnly'. Until then the kind"
        + " stays as it was.";
  }

  private String told() {
    return first.stream()
        .map(
            misfit ->
                "%s at /spec%s (%s: %s)"
                    .formatted(
                        misfit.ref(),
                        misfit.fault().field(),
                        misfit.fault().keyword(),
                        misfit.fault().message()))
        .collect(Collectors.joining(", "));
  }
}
