package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value in CEL.
 *
 * @param guards what must hold for it to be there at all, in this order; where they do not, it is
 *     what CQL calls null
 */
record Value(String cel, List<Condition> guards, Sort sort) {

  enum Sort {
    TEXT,
    NUMBER,
    BOOL,
    /** Data that somebody else defined: it shows when it is looked at. */
    ANY
  }

  static Value of(String cel, Sort sort) {
    return new Value(cel, List.of(), sort);
  }

  /** The same, made into something else. */
  Value as(String other, Sort otherSort) {
    return new Value(other, guards, otherSort);
  }

  /** What lies in it under a name. */
  Value member(String path, Condition guard) {
    List<Condition> all = new ArrayList<>(guards);
    all.add(guard);
    return new Value(path, List.copyOf(all), Sort.ANY);
  }

  /** A condition on it, which does not hold where it is not there. */
  Condition and(String condition) {
    return and(Condition.of(condition));
  }

  Condition and(Condition condition) {
    return Condition.all(Stream.concat(guards.stream(), Stream.of(condition)).toList());
  }

  /** A condition on it, which holds where it is not there. */
  Condition unlessAbsent(String condition) {
    return Condition.any(
        Stream.concat(guards.stream().map(Condition::not), Stream.of(Condition.of(condition)))
            .toList());
  }
}
