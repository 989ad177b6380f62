package dev.portolan.search.query;

import java.util.List;

/**
 * What counts for an entity though it does not stand in its own document.
 *
 * @param owners what owners are called
 * @param preferences what puts entities before others
 */
public record Neighbours(OwnerTitles owners, List<Preference> preferences) {
  /** The same for counting, where nothing comes before anything. */
  public Neighbours withoutPreferences() {
    return new Neighbours(owners, List.of());
  }

  /** Nothing does. */
  public static final Neighbours NONE = new Neighbours(OwnerTitles.NONE, List.of());
}
