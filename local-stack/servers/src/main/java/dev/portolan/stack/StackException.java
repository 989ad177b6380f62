package dev.portolan.stack;

/** A stack that cannot be had; the message says in a line which server, why, and the way out. */
public final class StackException extends RuntimeException {
  public StackException(String message) {
    super(message);
  }
}
