package dev.portolan.cli.importing;

import java.util.HashMap;
import java.util.Map;

/**
 * The facts that stand for another tool's custom data, over a whole import.
 *
 * <p>A fact's name is a letter, then letters, digits and underscores; a key of custom data may be
 * {@code ai-budget-weekly} or {@code test.coverage}. Its other characters become underscores; its
 * value stays what it is.
 */
public final class FactNames {
  private static final int LONGEST = 63;
  private final Map<String, String> keys = new HashMap<>();

  /**
   * The fact for a key.
   *
   * @throws UntranslatableException when there is none, or another key has it
   */
  public String of(String key) throws UntranslatableException {
    String name = key.replaceAll("[^A-Za-z0-9_]", "_");
    if (name.length() > LONGEST || !name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new UntranslatableException(
          "no fact can be named like the key '%s': a letter, then letters, digits and underscores"
              .formatted(key));
    }
    String other = keys.putIfAbsent(name, key);
    if (other != null && !other.equals(key)) {
      throw new UntranslatableException(
          "the keys '%s' and '%s' would become the same fact, %s".formatted(other, key, name));
    }
    return name;
  }
}
