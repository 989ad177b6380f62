package dev.portolan.ingestion.adapter.http;

import java.time.Duration;

/** What one reading of an API may not exceed. */
final class HttpLimits {
  /** Answers that are read. */
  static final int PAGES = 2_000;

  /** Items in all of them. */
  static final int ITEMS = 200_000;

  /** Of one answer. */
  static final int PAGE_BYTES = 8 << 20;

  /** Redirects of one request. */
  static final int REDIRECTS = 5;

  /** How often a server may ask to wait before it answers one request. */
  static final int WAITS = 5;

  /** How long a server may ask to wait at a time. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** Items on which a program is stopped at its bounds, before the reading is given up. */
  static final int RUNAWAYS = 3;

  /** How long news alone are asked for: what is gone is seen only in a whole reading. */
  static final Duration WHOLE_EVERY = Duration.ofHours(24);

  /** By how much two clocks may differ. */
  static final Duration OVERLAP = Duration.ofMinutes(5);

  private HttpLimits() {}
}
