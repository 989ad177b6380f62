package dev.portolan.cli.importing;

/** Something means what Portolan cannot say; the message is the reason, a part of a sentence. */
public final class UntranslatableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says why, so that the person who reads it knows what to do instead. */
  public UntranslatableException(String reason) {
    super(reason);
  }

  /** The reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
