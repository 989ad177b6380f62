package dev.portolan.ingestion.adapter;

import dev.portolan.ingestion.descriptor.format.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The configuration of a source, read key by key. */
public final class Configuration {
  private final Map<String, Object> values;
  private final String path;

  /**
   * Takes a configuration.
   *
   * @param known all keys that it may have
   * @throws InvalidConfigurationException when it has another
   */
  public Configuration(Map<String, Object> values, Set<String> known) {
    this(values, known, "");
  }

  private Configuration(Map<String, Object> values, Set<String> known, String path) {
    this.values = values;
    this.path = path;
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new InvalidConfigurationException(
            path + key,
            "There is no '"
                + key
                + "' in "
                + (path.isEmpty() ? "this adapter's configuration" : parent(path))
                + ", but "
                + sorted(known)
                + ".");
      }
    }
  }

  private static String parent(String path) {
    return "'" + path.substring(0, path.length() - 1) + "'";
  }

  /**
   * The mapping under a key.
   *
   * @param inner all keys that it may have
   */
  public Optional<Configuration> section(String key, Set<String> inner) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw invalid(key, "'%s' must be a mapping with %s.".formatted(key, sorted(inner)));
    }
    Map<String, Object> section = new LinkedHashMap<>();
    map.forEach((name, each) -> section.put(String.valueOf(name), each));
    return Optional.of(new Configuration(section, inner, path + key + "/"));
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }

  /** Whatever stands under a key. */
  public Optional<Object> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The whole number under a key. */
  public int number(String key, int otherwise, int least) {
    Object value = values.getOrDefault(key, otherwise);
    if (value instanceof Integer number && number >= least) {
      return number;
    }
    throw invalid(key, "'%s' must be a whole number, at least %d.".formatted(key, least));
  }

  /** Whether the key says so. */
  public boolean flag(String key, boolean otherwise) {
    return switch (values.getOrDefault(key, otherwise)) {
      case Boolean value -> value;
      default -> throw invalid(key, "'" + key + "' must be true or false.");
    };
  }

  /** A fault of a key. */
  public InvalidConfigurationException invalid(String key, String message) {
    return new InvalidConfigurationException(path + key, message);
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
    throw invalid(key, "'" + key + "' must be a text that is not empty.");
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
                invalid(key, "'" + key + "' is missing: give it a value such as " + example + "."));
  }

  /** The formats under a key; none when there is nothing. */
  public Formats formats(String key) {
    Object value = values.getOrDefault(key, List.of());
    if (!(value instanceof List<?> names)) {
      throw invalid(key, "'%s' must be a list of names such as openapi.".formatted(key));
    }
    try {
      return Formats.named(names);
    } catch (IllegalArgumentException e) {
      throw invalid(key, "'" + key + "': " + e.getMessage());
    }
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
