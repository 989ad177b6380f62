package dev.portolan.catalog.finding;

import dev.portolan.catalog.dependency.Domains;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.projection.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All findings of one kind, the weightiest first, then by reference.
 *
 * @param incompleteReason why some may be missing; null when none is
 */
public record Findings(List<Finding> findings, @Nullable String incompleteReason) {
  static final Comparator<Finding> ORDER =
      Comparator.comparingDouble(Finding::weight)
          .reversed()
          .thenComparing(Finding::ref)
          .thenComparing(Finding::firstRelated);

  static Findings complete(List<Finding> findings) {
    return new Findings(findings, null);
  }

  /**
   * Looks for findings.
   *
   * @param filter which entities they are to be about; of a cycle or an edge one is enough
   */
  public static Findings of(FindingKind kind, WholeGraph graph, ImpactFilter filter) {
    Domains domains = new Domains(graph);
    IntPredicate wanted =
        node -> {
          Facts facts = graph.facts(node);
          return facts != null && filter.letsThrough(facts, domains.around(node));
        };
    Findings found = unsorted(kind, graph, wanted);
    return new Findings(found.findings().stream().sorted(ORDER).toList(), found.incompleteReason());
  }

  private static Findings unsorted(FindingKind kind, WholeGraph graph, IntPredicate wanted) {
    return switch (kind) {
      case CYCLE -> complete(Structure.cycles(graph, wanted));
      case SINGLE_POINT_OF_FAILURE -> complete(Structure.singlePointsOfFailure(graph, wanted));
      case BLAST_RADIUS -> Structure.blastRadius(graph, wanted, Reach.MOST_STEPS);
      case NO_DEPENDENTS -> complete(Structure.noDependents(graph, wanted));
      case DEPENDS_ON_LOWER_TIER -> complete(WrongWay.tiers(graph, wanted));
      case DEPENDS_ON_UNSTABLE -> complete(WrongWay.lifecycles(graph, wanted));
      case DANGLING_RELATION -> complete(Dangling.relations(graph, wanted));
      case NO_OWNER -> complete(new Ownership(graph, wanted).nobody());
      case OWNER_INHERITED -> complete(new Ownership(graph, wanted).inherited());
      case OWNER_MISSING -> complete(new Ownership(graph, wanted).missing());
      case OWNER_WITHOUT_MEMBERS -> complete(new Ownership(graph, wanted).withoutMembers());
      case OWNER_LOAD -> complete(new Ownership(graph, wanted).load());
    };
  }
}
