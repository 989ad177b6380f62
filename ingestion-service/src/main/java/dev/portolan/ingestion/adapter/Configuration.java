package dev.portolan.ingestion.adapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The configuration of a source, read key by key. */
public final class Configuration {
  private final Map<String, Object> values;

  /**
   * Takes a configuration.
   *
   * @param known all keys that it may have
   * @throws InvalidConfigurationException when it has another
   */
  public Configuration(Map<String, Object> values, Set<String> known) {
    this.values = values;
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new InvalidConfigurationException(
            key,
            "There is no '"
                + key
                + "' in this adapter's configuration, but "
                + List.copyOf(known).stream().sorted().toList()
                + ".");
      }
    }
  }

  /** The text under a key. */
  public Optional<String> text(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text && !text.isBlank()) {
      return Optional.of(text.strip());
    }
    throw new InvalidConfigurationException(key, "'" + key + "' must be a text that is not empty.");
  }

  /**
   * The text under a key that must be there.
   *
   * @param example is said in the error
   */
  public String requiredText(String key, String example) {
    return text(key)
        .orElseThrow(
            () ->
                new InvalidConfigurationException(
                    key, "'" + key + "' is missing: give it a value such as " + example + "."));
  }

  /** The patterns under a key. */
  public List<Glob> globs(String key, List<String> otherwise) {
    Object value = values.getOrDefault(key, otherwise);
    if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > SearchLimits.PATTERNS) {
      throw new InvalidConfigurationException(
          key,
          "'%s' must be a list of patterns such as **/catalog-info.yaml, at most %d."
              .formatted(key, SearchLimits.PATTERNS));
    }
    try {
      return list.stream().map(String::valueOf).map(Glob::new).toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidConfigurationException(key, "'" + key + "': " + e.getMessage());
    }
  }
}
