package dev.portolan.search.query.language;

import dev.portolan.events.EntityRef;
import dev.portolan.search.indexing.Trait;
import dev.portolan.search.query.FilterField;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What an entity must be, to be found. */
public sealed interface Condition {

  /** A field has one of these values, in the form in which the index has them. */
  record OneOf(FilterField field, List<String> values) implements Condition {}

  /** The name has the words of one of these, of which the last may be a beginning. */
  record Named(List<String> names) implements Condition {}

  /** The entity has one of these. */
  record Has(List<Trait> traits) implements Condition {}

  /** Some text of the entity holds these words one after another. */
  record Phrase(String words) implements Condition {}

  /** The entity was last changed after that moment; before it where {@code after} is false. */
  record Updated(boolean after, Instant moment) implements Condition {}

  /**
   * The entity depends on another, or another on it, at any depth.
   *
   * @param direction which of the two
   * @param others one of which is enough
   */
  record Depends(Direction direction, List<Other> others) implements Condition {}

  /** Which way to look from another entity. */
  enum Direction {
    /** To what depends on it. */
    DEPENDENTS,
    /** To what it depends on. */
    DEPENDENCIES
  }

  /**
   * Another entity.
   *
   * @param at the character at which it was typed, from 0
   */
  record Other(EntityRef ref, int at) {}

  /**
   * The entity stands so by a scorecard.
   *
   * @param standings one of which is enough
   */
  record Stands(List<Standing> standings) implements Condition {}

  /** The entity is one of these. */
  record Among(Set<String> refs) implements Condition {}

  /** It is not so. */
  record Not(Condition condition) implements Condition {}
}
