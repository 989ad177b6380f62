package dev.portolan.catalog.finding;

import dev.portolan.catalog.paging.Cursor;
import dev.portolan.catalog.paging.InvalidQueryException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of findings.
 *
 * @param incompleteReason why some may be missing; null when complete
 * @param position for each partition of the topic, the offset of the first record that this answer
 *     does not know
 */
public record FindingPage(
    int total,
    boolean complete,
    @Nullable String incompleteReason,
    List<Finding> findings,
    @Nullable String endCursor,
    boolean hasNextPage,
    Map<String, Long> position) {

  /**
   * Cuts a page out.
   *
   * @param after a cursor of an earlier page; null for the first
   */
  public static FindingPage of(
      FindingKind kind,
      Findings found,
      int first,
      @Nullable String after,
      Map<String, Long> position) {
    String list = "findings " + kind;
    List<Finding> behind = found.findings();
    if (after != null) {
      Finding last = last(Cursor.decode(after, list, 3));
      behind = behind.stream().filter(each -> Findings.ORDER.compare(each, last) > 0).toList();
    }
    List<Finding> page = behind.subList(0, Math.min(first, behind.size()));
    return new FindingPage(
        found.findings().size(),
        found.incompleteReason() == null,
        found.incompleteReason(),
        page,
        page.isEmpty() ? null : cursor(list, page.getLast()).encoded(),
        behind.size() > page.size(),
        position);
  }

  private static Cursor cursor(String list, Finding finding) {
    return Cursor.after(
        list, Double.toString(finding.weight()), finding.ref(), finding.firstRelated());
  }

  private static Finding last(Cursor cursor) {
    try {
      return new Finding(cursor.key(1), Double.parseDouble(cursor.key(0)), List.of(cursor.key(2)));
    } catch (NumberFormatException e) {
      throw new InvalidQueryException("after is not a cursor of this list", e);
    }
  }
}
