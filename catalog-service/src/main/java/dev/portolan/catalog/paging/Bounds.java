package dev.portolan.catalog.paging;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How much one question may ask for. */
public final class Bounds {
  /** The longest page of any list. */
  public static final int LONGEST_PAGE = 1_000;

  /** The most references or questions in one batch. */
  public static final int LONGEST_BATCH = 500;

  /** The most values in one list of a filter. */
  public static final int LONGEST_FILTER = 1_000;

  private Bounds() {}

  /**
   * The length of a page.
   *
   * @throws InvalidQueryException when it is not between 1 and {@link #LONGEST_PAGE}
   */
  public static int first(@Nullable Integer first, int otherwise) {
    int length = first == null ? otherwise : first;
    if (length < 1 || length > LONGEST_PAGE) {
      throw new InvalidQueryException(
          "first is " + length + "; it must be between 1 and " + LONGEST_PAGE);
    }
    return length;
  }

  /**
   * Returns the collection when it is not too large and nothing in it is null.
   *
   * @throws InvalidQueryException when it is not so, or when it is absent
   */
  public static <C extends Collection<?>> C atMost(int most, @Nullable C items, String name) {
    if (items == null) {
      throw new InvalidQueryException(name + " is missing");
    }
    if (items.size() > most) {
      throw new InvalidQueryException(
          name + " has " + items.size() + " items; at most " + most + " are allowed");
    }
    int place = 0;
    for (Object item : items) {
      if (item == null) {
        throw new InvalidQueryException(
            name + "[" + place + "] is null; say a value there, or leave it out");
      }
      place++;
    }
    return items;
  }
}
