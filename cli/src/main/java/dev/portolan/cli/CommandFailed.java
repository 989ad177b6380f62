package dev.portolan.cli;

/** A command cannot go on; the message is all that the person needs, and no stack trace follows. */
public final class CommandFailed extends RuntimeException {
  /** Says what failed, where, and what to do. */
  public CommandFailed(String message) {
    super(message);
  }

  /** Says what failed, where, and what to do, keeping the cause for a debugger. */
  public CommandFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
