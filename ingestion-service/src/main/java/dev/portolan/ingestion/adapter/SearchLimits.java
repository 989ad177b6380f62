package dev.portolan.ingestion.adapter;

/** What one reading of a source may not exceed. */
public final class SearchLimits {
  /** Files that a source may list. */
  public static final int FILES = 100_000;

  /** Bytes of all files that are read, each as often as it is. */
  public static final long BYTES = 1L << 30;

  /** Patterns in a configuration, and in the locations of a source: each looks at all files. */
  public static final int PATTERNS = 100;

  /** Targets of locations. */
  public static final int TARGETS = 100_000;

  /** Pages of documentation. */
  public static final int PAGES = 20_000;

  /** Of one page. */
  public static final int PAGE_BYTES = 1 << 18;

  /** Faults and notes that are told one by one; of the rest only the number is. */
  public static final int TOLD = 100;

  /** Of one path. */
  public static final int PATH_BYTES = 4_096;

  private SearchLimits() {}
}
