package dev.portolan.search.query;

import dev.portolan.events.EntityRef;
import dev.portolan.search.query.language.Condition;
import dev.portolan.search.query.language.Condition.Not;
import dev.portolan.search.query.language.Condition.OneOf;
import dev.portolan.search.query.language.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A search.
 *
 * @param text what must match; empty for everything
 * @param conditions all of which must hold
 * @param filter narrows it
 * @param order of the hits
 * @param first how many hits to answer, 1 to 100
 * @param after the last hit that the caller has, of the same text and filter; null to begin
 * @param minVersions what the answer must have seen; waited for within a bound
 * @param viewer the user who asks, if it is known: what that user's teams own comes first
 * @param explain whether each hit says why it has its points
 */
public record SearchRequest(
    SearchText text,
    List<Condition> conditions,
    SearchFilter filter,
    Order order,
    int first,
    @Nullable Cursor after,
    List<MinVersion> minVersions,
    @Nullable EntityRef viewer,
    boolean explain) {
  /** The most hits of one answer. */
  public static final int MOST_HITS = 100;

  /** The most versions that can be waited for. */
  public static final int MOST_VERSIONS = 100;

  /**
   * A version that the caller knows to exist.
   *
   * @param ref the entity
   * @param version the least version, or deletion, that the answer must reflect
   */
  public record MinVersion(EntityRef ref, long version) {}

  private static boolean isOf(Cursor cursor, Order order) {
    return order
        == switch (cursor) {
          case Cursor.Ranked _ -> Order.RELEVANCE;
          case Cursor.Listed _ -> Order.NAME;
          case Cursor.Updated _ -> Order.UPDATED;
        };
  }

  /**
   * The search of what was typed. A value that was typed for a field counts as its filter, where
   * there is no other: so what the facets count does not depend on how a filter was said.
   */
  public static SearchRequest of(
      Query query,
      SearchFilter filter,
      Order order,
      int first,
      @Nullable Cursor after,
      List<MinVersion> minVersions,
      @Nullable EntityRef viewer,
      boolean explain) {
    SearchFilter all = filter;
    List<Condition> conditions = new ArrayList<>();
    for (Condition condition : query.conditions()) {
      if (condition instanceof OneOf(FilterField field, List<String> values) && all.isOpen(field)) {
        all = all.with(field, values);
      } else {
        conditions.add(condition);
      }
    }
    return new SearchRequest(
        query.text(),
        List.copyOf(conditions),
        all,
        order,
        first,
        after,
        minVersions,
        viewer,
        explain);
  }

  /** The same search with other conditions in place of its own, of those that are negated too. */
  public SearchRequest replacing(UnaryOperator<Condition> other) {
    List<Condition> others = conditions.stream().map(each -> replaced(each, other)).toList();
    return new SearchRequest(
        text, others, filter, order, first, after, minVersions, viewer, explain);
  }

  private static Condition replaced(Condition condition, UnaryOperator<Condition> other) {
    return condition instanceof Not(Condition inner)
        ? new Not(replaced(inner, other))
        : other.apply(condition);
  }

  /** The same search, in which these are looked for too. */
  public SearchRequest with(Synonyms synonyms) {
    return new SearchRequest(
        text.with(synonyms), conditions, filter, order, first, after, minVersions, viewer, explain);
  }

  /** Refuses what is out of bounds, and a cursor of the other order. */
  public SearchRequest {
    if (first < 1 || first > MOST_HITS) {
      throw new InvalidSearchException(
          "first", "first is " + first + "; it must be 1 to " + MOST_HITS + ".");
    }
    if (minVersions.size() > MOST_VERSIONS) {
      throw new InvalidSearchException(
          "minVersion", "At most " + MOST_VERSIONS + " versions can be waited for.");
    }
    if (order == Order.RELEVANCE && text.isEmpty()) {
      order = Order.NAME;
    }
    if (after != null && !isOf(after, order)) {
      throw new InvalidSearchException(
          "after", "The cursor belongs to another search; leave it out to begin again.");
    }
  }
}
