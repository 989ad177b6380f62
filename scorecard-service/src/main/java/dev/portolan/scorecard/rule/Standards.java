package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scorecards by which entities are judged, each after those whose results it looks at.
 *
 * <p>Scorecards that look at each other in a circle have no such order: the rules that close it are
 * broken, with a problem that says so, and the others of the same scorecard are told all the same.
 *
 * @param all drafts and archived ones too, in the order of their references
 * @param inOrder those that count, in the order in which they are told
 * @param reads what these look at together
 */
public record Standards(List<CompiledScorecard> all, List<CompiledScorecard> inOrder, Reads reads) {

  /** Puts them in order. */
  public static Standards of(Collection<CompiledScorecard> scorecards) {
    Map<String, CompiledScorecard> byKey = new HashMap<>();
    scorecards.stream()
        .filter(each -> each.ref().kind().equals(Scorecard.KIND) && counts(each))
        .forEach(each -> byKey.put(each.scorecard().key(), each));
    Map<EntityRef, CompiledScorecard> whole = new HashMap<>();
    for (CompiledScorecard scorecard : scorecards) {
      whole.put(scorecard.ref(), withoutCircles(scorecard, byKey));
    }
    List<CompiledScorecard> all =
        scorecards.stream()
            .map(each -> whole.getOrDefault(each.ref(), each))
            .sorted((a, b) -> a.ref().compareTo(b.ref()))
            .toList();
    Map<EntityRef, CompiledScorecard> inOrder = new LinkedHashMap<>();
    all.stream().filter(Standards::counts).forEach(each -> place(each, whole, byKey, inOrder));
    List<CompiledScorecard> order = List.copyOf(inOrder.values());
    return new Standards(
        all, order, Reads.ofAll(order.stream().map(CompiledScorecard::reads).toList()));
  }

  private static boolean counts(CompiledScorecard scorecard) {
    return scorecard.scorecard().stage() == Stage.PUBLISHED;
  }

  private static void place(
      CompiledScorecard scorecard,
      Map<EntityRef, CompiledScorecard> whole,
      Map<String, CompiledScorecard> byKey,
      Map<EntityRef, CompiledScorecard> placed) {
    if (placed.containsKey(scorecard.ref())) {
      return;
    }
    for (String key : scorecard.reads().scorecards()) {
      CompiledScorecard other = byKey.get(key);
      if (other != null) {
        place(whole.getOrDefault(other.ref(), other), whole, byKey, placed);
      }
    }
    placed.put(scorecard.ref(), scorecard);
  }

  private static CompiledScorecard withoutCircles(
      CompiledScorecard scorecard, Map<String, CompiledScorecard> byKey) {
    if (!scorecard.ref().kind().equals(Scorecard.KIND)) {
      return scorecard;
    }
    String own = scorecard.scorecard().key();
    Set<String> circular =
        scorecard.reads().scorecards().stream()
            .filter(key -> key.equals(own) || reached(key, byKey).contains(own))
            .collect(Collectors.toSet());
    return circular.isEmpty() ? scorecard : scorecard.breaking(circular);
  }

  /** All whose results decide about those of one. */
  private static Set<String> reached(String from, Map<String, CompiledScorecard> byKey) {
    Set<String> reached = new HashSet<>();
    List<String> next = new ArrayList<>(List.of(from));
    while (!next.isEmpty()) {
      CompiledScorecard scorecard = byKey.get(next.removeLast());
      if (scorecard != null) {
        scorecard.reads().scorecards().stream().filter(reached::add).forEach(next::add);
      }
    }
    return reached;
  }

  /** These, and those that look at their results, or at results that depend on them. */
  public Set<EntityRef> withReaders(Collection<EntityRef> scorecards) {
    Set<EntityRef> found = new LinkedHashSet<>(scorecards);
    Set<String> keys = scorecards.stream().map(Scorecard::key).collect(Collectors.toSet());
    for (CompiledScorecard scorecard : inOrder) {
      boolean looks = scorecard.reads().scorecards().stream().anyMatch(keys::contains);
      if (looks && found.add(scorecard.ref())) {
        keys.add(scorecard.scorecard().key());
      }
    }
    return found;
  }

  /**
   * Whether a change may mean anything for an entity that did not change itself: to whom a
   * scorecard is not, it still is not as long as its filter looks at nothing that changed. A date
   * that passes always may: it ends exemptions, at which no rule is said to look.
   *
   * @param touched the paths that changed
   * @param judgedBy the scorecards that are for the entity
   */
  public boolean areConcernedBy(Set<String> touched, Set<EntityRef> judgedBy) {
    return touched.contains(Reads.TIME)
        || inOrder.stream()
            .anyMatch(
                scorecard ->
                    scorecard.filter().reads().areTouchedBy(touched)
                        || (judgedBy.contains(scorecard.ref())
                            && scorecard.reads().areTouchedBy(touched)));
  }

  /** The keys of those whose results somebody looks at. */
  public Set<String> consulted() {
    return inOrder.stream()
        .flatMap(scorecard -> scorecard.reads().scorecards().stream())
        .collect(Collectors.toSet());
  }

  /** The one of that reference, also when it does not count. */
  public Stream<CompiledScorecard> named(EntityRef ref) {
    return all.stream().filter(each -> each.ref().equals(ref));
  }
}
