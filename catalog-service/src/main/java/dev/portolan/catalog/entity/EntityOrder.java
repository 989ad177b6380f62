package dev.portolan.catalog.entity;

/**
 * In which order entities are listed; those that are equal by it come in the order of their
 * references. Names and titles are compared without regard to case; entities without a title come
 * after those that have one, upwards, and before them, downwards.
 */
public record EntityOrder(Field field, Direction direction) {
  /** What to sort by. */
  public enum Field {
    REF,
    NAME,
    TITLE
  }

  /** Which way. */
  public enum Direction {
    ASC,
    DESC
  }

  /** By reference, upwards. */
  public static final EntityOrder BY_REF = new EntityOrder(Field.REF, Direction.ASC);
}
