package dev.portolan.catalog.dependency;

import dev.portolan.catalog.projection.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity that is reached, with all that impacts are counted by: a line of an export.
 *
 * @param depth how many steps away it is
 * @param path one shortest path to it, a root first
 */
public record ImpactRow(
    String ref,
    int depth,
    String kind,
    @Nullable String owner,
    @Nullable String system,
    @Nullable String domain,
    @Nullable String tier,
    @Nullable String lifecycle,
    List<String> path) {

  /** Of what does not exist only the reference is known, and the kind in it. */
  static ImpactRow of(
      String ref,
      int depth,
      List<String> path,
      @Nullable Facts facts,
      @Nullable String domainAround) {
    return facts == null
        ? new ImpactRow(
            ref, depth, ref.substring(0, ref.indexOf(':')), null, null, null, null, null, path)
        : new ImpactRow(
            ref,
            depth,
            facts.kind(),
            facts.owner(),
            facts.system(),
            domainAround,
            facts.tier(),
            facts.lifecycle(),
            path);
  }
}
