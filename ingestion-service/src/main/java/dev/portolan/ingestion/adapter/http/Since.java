package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.Configuration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.StringNode;

/**
 * How a server is asked for what changed since a moment.
 *
 * @param parameter of the query
 * @param format how it writes a moment
 */
record Since(String parameter, Format format) {

  /** How a moment is written. */
  enum Format {
    /** {@code 2026-11-27T19:00:00Z}. */
    ISO,
    /** {@code 2026-11-27}. */
    DATE,
    /** Seconds since 1970. */
    SECONDS,
    /** Milliseconds since 1970. */
    MILLIS
  }

  /** Reads the configuration's {@code since}. */
  static Optional<Since> of(Configuration configuration) {
    return configuration
        .section("since", Set.of("parameter", "format"))
        .map(
            since ->
                new Since(
                    since.requiredText("parameter", "updated_after"),
                    format(since, since.text("format").orElse("iso"))));
  }

  private static Format format(Configuration since, String name) {
    for (Format format : Format.values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw since.invalid("format", "'format' must be iso, date, seconds or millis.");
  }

  /** The call that asks so. */
  Call in(Call call, Instant moment) {
    return call.with(parameter, StringNode.valueOf(written(moment)));
  }

  private String written(Instant moment) {
    return switch (format) {
      case ISO -> moment.truncatedTo(ChronoUnit.SECONDS).toString();
      case DATE -> DateTimeFormatter.ISO_LOCAL_DATE.format(moment.atOffset(ZoneOffset.UTC));
      case SECONDS -> Long.toString(moment.getEpochSecond());
      case MILLIS -> Long.toString(moment.toEpochMilli());
    };
  }
}
