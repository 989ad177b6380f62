package dev.portolan.search.query.language;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.search.indexing.Trait;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.language.Condition.Depends;
import dev.portolan.search.query.language.Condition.Direction;
import dev.portolan.search.query.language.Condition.Has;
import dev.portolan.search.query.language.Condition.Named;
import dev.portolan.search.query.language.Condition.OneOf;
import dev.portolan.search.query.language.Condition.Other;
import dev.portolan.search.query.language.Condition.Stands;
import dev.portolan.search.query.language.Piece.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What may stand before a colon, and what it means. */
public enum Key {
  KIND("kind", "component"),
  NAME("name", "checkout") {
    @Override
    Condition condition(List<Value> values, Instant now) {
      return new Named(values.stream().map(Value::text).toList());
    }
  },
  NAMESPACE("namespace", "default"),
  OWNER("owner", "payments"),
  SYSTEM("system", "checkout"),
  TYPE("type", "service"),
  LIFECYCLE("lifecycle", "production"),
  TAG("tag", "java"),
  HAS("has", "oncall") {
    @Override
    Condition condition(List<Value> values, Instant now) {
      return new Has(values.stream().map(Key::trait).toList());
    }
  },
  UPDATED("updated", "<7d") {
    @Override
    Condition condition(List<Value> values, Instant now) {
      if (values.size() > 1) {
        throw at(values.get(1), "updated takes one value, such as updated:<7d.");
      }
      return Age.of(values.getFirst()).condition(now);
    }
  },
  SCORECARD("scorecard", "production-readiness<gold") {
    @Override
    Condition condition(List<Value> values, Instant now) {
      return new Stands(values.stream().map(Standing::of).toList());
    }
  },
  DEPENDS_ON("dependsOn", "postgres") {
    @Override
    Condition condition(List<Value> values, Instant now) {
      return new Depends(Direction.DEPENDENTS, values.stream().map(Key::other).toList());
    }
  },
  DEPENDENCY_OF("dependencyOf", "checkout") {
    @Override
    Condition condition(List<Value> values, Instant now) {
      return new Depends(Direction.DEPENDENCIES, values.stream().map(Key::other).toList());
    }
  };

  private static final Map<String, Key> BY_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private static final List<String> TRAITS = Arrays.stream(Trait.values()).map(Trait::key).toList();

  static {
    Arrays.stream(values()).forEach(key -> BY_NAME.put(key.typed, key));
  }

  private final String typed;
  private final String example;

  Key(String typed, String example) {
    this.typed = typed;
    this.example = example;
  }

  /** All of them, as people type them. */
  static List<String> typedOfAll() {
    return Arrays.stream(values()).map(Key::typed).toList();
  }

  /** As people type it, in any case. */
  public String typed() {
    return typed;
  }

  static Optional<Key> of(String typed) {
    return Optional.ofNullable(BY_NAME.get(typed));
  }

  /** How it is used, for messages. */
  String usage() {
    return typed + ":" + example;
  }

  /**
   * What it asks for.
   *
   * @param values at least one, none of them empty
   * @throws InvalidSearchException when one of them cannot be such a value
   */
  Condition condition(List<Value> values, Instant now) {
    FilterField field = FilterField.valueOf(name());
    return new OneOf(field, values.stream().map(value -> canonical(field, value)).toList());
  }

  static InvalidSearchException at(Value value, String message) {
    return Mistake.at(value.start(), message);
  }

  private static String canonical(FilterField field, Value value) {
    try {
      return field.canonical(value.text());
    } catch (InvalidSearchException e) {
      throw at(value, String.valueOf(e.getMessage()));
    }
  }

  private static Other other(Value value) {
    try {
      return new Other(
          EntityRef.parse(value.text(), "component", EntityRef.DEFAULT_NAMESPACE), value.start());
    } catch (InvalidNameException e) {
      throw at(value, String.valueOf(e.getMessage()));
    }
  }

  private static Trait trait(Value value) {
    return Arrays.stream(Trait.values())
        .filter(trait -> trait.key().equals(value.text().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                at(
                    value,
                    "has knows no \"%s\"%s; there are %s."
                        .formatted(
                            value.text(),
                            Mistake.didYouMean(value.text(), TRAITS),
                            String.join(", ", TRAITS))));
  }
}
