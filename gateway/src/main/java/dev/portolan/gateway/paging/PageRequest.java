package dev.portolan.gateway.paging;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page that somebody asks for.
 *
 * @param first how many items at most
 * @param cursor behind which place
 */
public record PageRequest(int first, PageCursor cursor) {
  /** The longest page of most services' lists. */
  public static final int LONGEST_PAGE = 1_000;

  /** What a list tells about all its items, which is the same on every page. */
  public static final Set<String> COUNTS =
      Set.of(
          "totalCount",
          "levels",
          "facets",
          "complete",
          "incompleteReason",
          "position",
          "__typename");

  /**
   * Reads the arguments of a list.
   *
   * @throws InvalidCursorException when {@code after} is no cursor
   */
  public static PageRequest of(int first, @Nullable String after) {
    return new PageRequest(first, after == null ? PageCursor.START : PageCursor.decode(after));
  }

  /** How many items a cursor passes over; none where it is absent, or is no cursor. */
  public static int skippedBy(@Nullable String after) {
    try {
      return after == null ? 0 : PageCursor.decode(after).skip();
    } catch (InvalidCursorException e) {
      return 0;
    }
  }

  /**
   * The page of which nothing but {@link #COUNTS} is wanted, which no items need be fetched for.
   */
  public PageRequest withoutItems() {
    return new PageRequest(0, new PageCursor(cursor.after(), 0));
  }

  /** How many items to ask a service for whose pages have {@link #LONGEST_PAGE}. */
  public int serviceFirst() {
    return serviceFirst(LONGEST_PAGE);
  }

  /**
   * How many items to ask the service for: those to pass over too, and at least one.
   *
   * @param longest the longest page that the service answers
   */
  public int serviceFirst(int longest) {
    return Math.clamp((long) first + cursor.skip(), 1, longest);
  }

  /** Behind which cursor of its own to ask the service. */
  public @Nullable String serviceAfter() {
    return cursor.after();
  }
}
