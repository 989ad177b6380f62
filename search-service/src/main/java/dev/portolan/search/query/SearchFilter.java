package dev.portolan.search.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a search: of each field that is present one of its values must hold. A field that is
 * absent says nothing; one that is present without values lets nothing through.
 *
 * @param values by their fields, as the index has them
 */
public record SearchFilter(Map<FilterField, List<String>> values) {
  /** The most values of one field. */
  public static final int MOST_VALUES = 200;

  private static final int LONGEST_VALUE = 300;

  /** Lets everything through. */
  public static final SearchFilter NONE = new SearchFilter(Map.of());

  /** Keeps a copy of its own. */
  public SearchFilter {
    values = Map.copyOf(values);
  }

  /**
   * Puts the values into the form that the index has them in.
   *
   * @param asked values as a person writes them: kinds in any case, owners and systems by their
   *     names alone
   * @throws InvalidSearchException when there are too many values, or one cannot be what it should
   */
  public static SearchFilter of(Map<FilterField, List<String>> asked) {
    Map<FilterField, List<String>> values = new EnumMap<>(FilterField.class);
    asked.forEach((field, written) -> values.put(field, canonical(field, written)));
    return new SearchFilter(values);
  }

  private static List<String> canonical(FilterField field, List<String> written) {
    String name = "filter." + field.key();
    if (written.size() > MOST_VALUES) {
      throw new InvalidSearchException(
          name,
          name + " has " + written.size() + " values; at most " + MOST_VALUES + " are taken.");
    }
    for (@Nullable String value : written) {
      if (value == null) {
        throw new InvalidSearchException(name, "A value of " + name + " is null; leave it out.");
      }
      if (value.length() > LONGEST_VALUE) {
        throw new InvalidSearchException(
            name, "A value of " + name + " is longer than " + LONGEST_VALUE + " characters.");
      }
    }
    return written.stream().map(field::canonical).toList();
  }

  /** Whether it says nothing of a field. */
  boolean isOpen(FilterField field) {
    return !values.containsKey(field);
  }

  /** The same, and of a field that it says nothing of one of these values must hold. */
  SearchFilter with(FilterField field, List<String> oneOf) {
    Map<FilterField, List<String>> more = new EnumMap<>(FilterField.class);
    more.putAll(values);
    more.put(field, oneOf);
    return new SearchFilter(more);
  }
}
