package dev.portolan.ingestion.adapter.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a server asks to wait. */
final class RetryAfter {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  private RetryAfter() {}

  /**
   * The time to wait before the same request is sent again; empty when that would not help.
   *
   * @param before how often the request was sent again already
   */
  static Optional<Duration> of(int status, HttpHeaders headers, int before, Instant now) {
    Optional<Duration> asked = headers.firstValue("Retry-After").flatMap(text -> read(text, now));
    // Some servers say 403 when the quota is used up, and then when to come again.
    if (status == FORBIDDEN || status == UNAVAILABLE) {
      return asked;
    }
    return status == TOO_MANY_REQUESTS
        ? asked.or(() -> Optional.of(FIRST.multipliedBy(1L << before)))
        : Optional.empty();
  }

  /** Seconds, or a date. */
  private static Optional<Duration> read(String text, Instant now) {
    try {
      String value = text.strip();
      Duration wait =
          value.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
