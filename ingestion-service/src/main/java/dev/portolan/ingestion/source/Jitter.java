package dev.portolan.ingestion.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/** What keeps sources with the same schedule apart. */
final class Jitter {
  /** Of the interval, at most. */
  static final double SHARE = 0.1;

  private Jitter() {}

  /** How much longer than its interval this source waits: always the same, to the millisecond. */
  static Duration of(String source, Duration interval) {
    CRC32 hash = new CRC32();
    hash.update(source.getBytes(StandardCharsets.UTF_8));
    double fraction = hash.getValue() / (double) (1L << 32);
    return Duration.ofMillis((long) (interval.toMillis() * SHARE * fraction));
  }
}
