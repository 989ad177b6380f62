package dev.portolan.gateway.entity;

/** The order of a list; entities that are equal in it are ordered by reference. */
public record EntityOrder(Field field, Direction direction) {
  /** By reference, upwards. */
  public static final EntityOrder BY_REF = new EntityOrder(Field.REF, Direction.ASC);

  /** What entities are ordered by. */
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
}
