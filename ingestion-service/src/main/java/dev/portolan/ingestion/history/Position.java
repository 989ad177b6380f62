package dev.portolan.ingestion.history;

import dev.portolan.events.EntityRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/**
 * Where a version stands among all versions of all entities, the newest first.
 *
 * @param committedAt when it was committed
 * @param ref whose; it orders what was committed at once
 * @param version its number
 */
public record Position(Instant committedAt, EntityRef ref, long version) {
  private static final int LONGEST = 1_000;

  /** The position as a word to ask with for those that follow. */
  public String cursor() {
    String text = committedAt + " " + ref + " " + version;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #cursor} wrote.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static Position parse(String cursor) {
    if (cursor.length() > LONGEST) {
      throw new IllegalArgumentException("It is longer than any cursor");
    }
    String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    String[] parts = text.split(" ", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("It has not the parts of a cursor");
    }
    try {
      return new Position(
          Instant.parse(parts[0]), EntityRef.parse(parts[1]), Long.parseLong(parts[2]));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("It has no time", e);
    }
  }
}
