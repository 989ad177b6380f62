package dev.portolan.ingestion.adapter;

/** A source cannot be followed; the message says why and what to do, and holds no secret. */
public final class FollowingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A reason that its owner can read. */
  public FollowingException(String message) {
    super(message);
  }

  /** A reason that its owner can read, and what it rests on. */
  public FollowingException(String message, Throwable cause) {
    super(message, cause);
  }
}
