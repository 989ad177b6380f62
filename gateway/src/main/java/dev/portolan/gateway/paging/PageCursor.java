package dev.portolan.gateway.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: so many items behind a cursor of the service.
 *
 * <p>Services say only where a page ends. The place of an item inside a page is therefore told from
 * the page's beginning; the place of the last is the service's own cursor, which stays exact when
 * items come and go.
 *
 * @param after the service's cursor; null for the beginning of the list
 * @param skip how many items further on
 */
record PageCursor(@Nullable String after, int skip) {
  private static final char SEPARATOR = '.';
  static final PageCursor START = new PageCursor(null, 0);

  String encoded() {
    String text = skip + (after == null ? "" : SEPARATOR + after);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static PageCursor decode(String text) {
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      int separator = decoded.indexOf(SEPARATOR);
      String after = separator < 0 ? null : decoded.substring(separator + 1);
      int skip = Integer.parseInt(separator < 0 ? decoded : decoded.substring(0, separator));
      if (skip < 0 || skip > PageRequest.LONGEST_PAGE) {
        throw new NumberFormatException("skips " + skip);
      }
      return new PageCursor(after, skip);
    } catch (IllegalArgumentException e) {
      throw new InvalidCursorException(e);
    }
  }
}
