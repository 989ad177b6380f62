package dev.portolan.ingestion.descriptor.format.protobuf;

/** Something that was opened has no end. */
public final class UnclosedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  UnclosedException(String what, int line) {
    super("The %s that begins in line %d has no end.".formatted(what, line));
    this.line = line;
  }

  /** Where it was opened, from 1. */
  public int line() {
    return line;
  }
}
