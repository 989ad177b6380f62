package dev.portolan.gateway.paging;

/** An {@code after} that no answer of the gateway has ever held. */
public final class InvalidCursorException extends IllegalArgumentException {
  InvalidCursorException(Throwable cause) {
    super(
        "`after` is not a cursor: pass on the `endCursor` or an edge's `cursor` of an earlier page"
            + " of the same list, unchanged.",
        cause);
  }
}
