package dev.portolan.catalog.whatif;

import dev.portolan.catalog.dependency.Impact;
import dev.portolan.catalog.dependency.ImpactAnalysis;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.ImpactQuestion;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.finding.Finding;
import dev.portolan.catalog.finding.FindingKind;
import dev.portolan.catalog.finding.Findings;
import dev.portolan.events.EntityChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What would be different.
 *
 * @param impact what the changed entities reach in the graph as it would be; they are not in it
 * @param lost dependencies that entities have now and would not have, entities that go not counted
 * @param gained dependencies that entities would have and have not now, new entities not counted
 * @param appearing what would be wrong and is not now, the first {@link #MOST_NAMED}
 * @param disappearing what is wrong now and would not be, the first {@link #MOST_NAMED}
 */
public record WhatIf(
    Impact impact,
    Dependencies lost,
    Dependencies gained,
    List<Appearance> appearing,
    int appearingTotal,
    List<Appearance> disappearing,
    int disappearingTotal) {

  /** The most findings that are named either way. */
  public static final int MOST_NAMED = 500;

  /** What is wrong with a graph in itself; the others are measures, which every change moves. */
  private static final List<FindingKind> WRONG =
      List.of(
          FindingKind.CYCLE,
          FindingKind.DANGLING_RELATION,
          FindingKind.OWNER_MISSING,
          FindingKind.NO_OWNER,
          FindingKind.OWNER_WITHOUT_MEMBERS,
          FindingKind.DEPENDS_ON_LOWER_TIER,
          FindingKind.DEPENDS_ON_UNSTABLE);

  /** A finding of a kind, in one graph and not in the other. */
  public record Appearance(FindingKind kind, String ref, double weight, List<String> related) {
    static Appearance of(FindingKind kind, Finding finding) {
      return new Appearance(kind, finding.ref(), finding.weight(), finding.related());
    }
  }

  /**
   * Compares the graph as it is with the graph as it would be.
   *
   * @param changes at most one for each entity
   * @param asked its roots are those of the changes
   */
  public static WhatIf of(WholeGraph now, List<EntityChanged> changes, ImpactQuestion asked) {
    WholeGraph then = now.supposing(changes);
    Set<String> refs = new HashSet<>(asked.roots());
    List<Appearance> appearing = new ArrayList<>();
    List<Appearance> disappearing = new ArrayList<>();
    for (FindingKind kind : WRONG) {
      List<Finding> wrongNow = Findings.of(kind, now, ImpactFilter.ALL).findings();
      List<Finding> wrongThen = Findings.of(kind, then, ImpactFilter.ALL).findings();
      appearing.addAll(newOnes(kind, wrongThen, wrongNow));
      disappearing.addAll(newOnes(kind, wrongNow, wrongThen));
    }
    return new WhatIf(
        new ImpactAnalysis(then).impact(asked).orElseGet(() -> Impact.nothing(then.position())),
        Dependencies.lost(refs, now, then),
        Dependencies.lost(refs, then, now),
        first(appearing),
        appearing.size(),
        first(disappearing),
        disappearing.size());
  }

  private static List<Appearance> newOnes(
      FindingKind kind, List<Finding> here, Collection<Finding> there) {
    Set<Finding> known = new HashSet<>(there);
    return here.stream()
        .filter(finding -> !known.contains(finding))
        .map(finding -> Appearance.of(kind, finding))
        .toList();
  }

  private static List<Appearance> first(List<Appearance> all) {
    return List.copyOf(all.subList(0, Math.min(all.size(), MOST_NAMED)));
  }
}
