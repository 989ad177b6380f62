package dev.portolan.catalog.relation;

import dev.portolan.catalog.paging.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which relations of which entity.
 *
 * @param type a stored name or an inverse one; null for all. An inverse name only fits relations
 *     that come in, whatever direction is asked for
 * @param first how many to name
 * @param after a cursor of an earlier page; null for the first
 */
public record RelationQuestion(
    String ref, @Nullable String type, Direction direction, int first, @Nullable Cursor after) {

  /** What a cursor of relations says of itself, and how many keys it has. */
  public static final String LIST = "relations";

  public static final int KEYS = 3;

  /** Seen from the entity that is asked about. */
  public enum Direction {
    OUT,
    IN,
    BOTH
  }

  /** The type's stored name; null for all types. */
  public @Nullable String storedType() {
    return type == null ? null : InverseNames.stored(type);
  }

  /** Whether relations that go out are wanted. */
  public boolean outgoing() {
    return direction != Direction.IN && !isInverse();
  }

  /** Whether relations that come in are wanted. */
  public boolean incoming() {
    return direction != Direction.OUT || isInverse();
  }

  private boolean isInverse() {
    return type != null && !InverseNames.stored(type).equals(type);
  }

  /** A cursor behind one of the answers. */
  public static String behind(RelationPage.Related last) {
    return Cursor.after(LIST, last.type(), last.ref(), last.direction().name()).encoded();
  }

  /** The keys of the cursor; such as come before everything where there is none. */
  public List<String> afterKeys() {
    return after == null ? List.of("", "", "") : List.of(after.key(0), after.key(1), after.key(2));
  }
}
