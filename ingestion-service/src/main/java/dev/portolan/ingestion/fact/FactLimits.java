package dev.portolan.ingestion.fact;

/** What a fact may not exceed, so that a topic of facts stays one that readers hold in memory. */
public final class FactLimits {
  /** Of a value as canonical JSON, in bytes of UTF-8. */
  public static final int VALUE_BYTES = 256 << 10;

  /** Of objects and lists inside each other, in a value. */
  public static final int DEPTH = 32;

  /** Of a list to which elements are added; the latest stay. */
  public static final int ELEMENTS = 500;

  /** Of one request. */
  public static final int FACTS = 10_000;

  private FactLimits() {}
}
