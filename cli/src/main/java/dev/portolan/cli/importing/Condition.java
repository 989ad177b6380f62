package dev.portolan.cli.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition in CEL, put together so that parentheses stand where they are needed. */
public sealed interface Condition {
  /** As it is written. */
  String cel();

  /**
   * One that needs no parentheses among others.
   *
   * @param atomic whether it needs none behind a negation either
   */
  record Plain(String cel, boolean atomic) implements Condition {}

  /** All of them hold. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public String cel() {
      return parts.stream()
          .map(part -> part instanceof Any ? "(" + part.cel() + ")" : part.cel())
          .collect(Collectors.joining(" && "));
    }
  }

  /** At least one of them holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public String cel() {
      return parts.stream()
          .map(part -> part instanceof All ? "(" + part.cel() + ")" : part.cel())
          .collect(Collectors.joining(" || "));
    }
  }

  /** A comparison. */
  static Condition of(String cel) {
    return new Plain(cel, false);
  }

  /** A call: it needs no parentheses anywhere. */
  static Condition call(String cel) {
    return new Plain(cel, true);
  }

  /** All of them; of one that stands twice the first. */
  static Condition all(List<Condition> parts) {
    return joined(parts, true);
  }

  /** All of them. */
  static Condition all(Condition... parts) {
    return all(List.of(parts));
  }

  /** At least one of them; of one that stands twice the first. */
  static Condition any(List<Condition> parts) {
    return joined(parts, false);
  }

  /** At least one of them. */
  static Condition any(Condition... parts) {
    return any(List.of(parts));
  }

  /** It does not hold. */
  static Condition not(Condition condition) {
    boolean atomic = condition instanceof Plain plain && plain.atomic();
    return of(atomic ? "!" + condition.cel() : "!(" + condition.cel() + ")");
  }

  private static Condition joined(List<Condition> parts, boolean all) {
    List<Condition> flat = new ArrayList<>();
    parts.stream()
        .flatMap(
            part ->
                switch (part) {
                  case All(List<Condition> inner) when all -> inner.stream();
                  case Any(List<Condition> inner) when !all -> inner.stream();
                  case All _, Any _, Plain _ -> Stream.of(part);
                })
        .distinct()
        .forEach(flat::add);
    if (flat.size() == 1) {
      return flat.getFirst();
    }
    return all ? new All(List.copyOf(flat)) : new Any(List.copyOf(flat));
  }
}
