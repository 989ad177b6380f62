package dev.portolan.scorecard.http;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a request asks about, or why it cannot be told. */
public final class Asked {
  private Asked() {}

  /** The scorecard or initiative that a path names, by the plural of its kind. */
  public static EntityRef standard(String plural, String namespace, String name) {
    return ref(plural.substring(0, plural.length() - 1) + ":" + namespace + "/" + name);
  }

  /** A reference. */
  public static EntityRef ref(@Nullable String text) {
    try {
      return EntityRef.parse(text == null ? "" : text);
    } catch (InvalidNameException e) {
      throw badRequest(String.valueOf(e.getMessage()));
    }
  }

  /** A number within its bounds. */
  public static int within(String name, int number, int most) {
    if (number < 1 || number > most) {
      throw badRequest("%s is %d; it must be 1 to %d".formatted(name, number, most));
    }
    return number;
  }

  public static ResponseStatusException badRequest(String message) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
  }
}
