package dev.portolan.ingestion.descriptor.body;

/** What a body may not exceed, so that no sender can take more than its share of the service. */
public final class Limits {
  /** Of one document as sent, and with its aliases written out, in bytes. */
  public static final int DOCUMENT_BYTES = 1 << 20;

  /** Of a file of which much less is kept than it holds, in bytes. */
  public static final int LARGE_BYTES = 8 << 20;

  /** Of one body. */
  public static final int DOCUMENTS = 200_000;

  /** Of mappings and lists inside each other. */
  public static final int DEPTH = 50;

  /** Of the key of a mapping, in characters. */
  public static final int KEY_CHARACTERS = 1_000;

  /**
   * Of a number written out: as many as the JSON parsers of all readers take, so that what is
   * accepted here can be read there.
   */
  public static final int NUMBER_CHARACTERS = 1_000;

  /** Of one document: each of them reads a file. */
  public static final int PLACEHOLDERS = 1_000;

  private Limits() {}
}
