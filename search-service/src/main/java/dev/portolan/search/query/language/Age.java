package dev.portolan.search.query.language;

import dev.portolan.search.query.language.Condition.Updated;
import dev.portolan.search.query.language.Piece.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time back from now, or a day: {@code <7d} is less than seven days ago, {@code >7d}
 * more, {@code >2026-01-31} after that day, {@code <2026-01-31} before it; days are in UTC.
 */
record Age(boolean greater, String written, Value value) {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})([mhdwy])");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7),
          "y", Duration.ofDays(365));

  static Age of(Value value) {
    String text = value.text();
    boolean greater = text.startsWith(">");
    if (!greater && !text.startsWith("<")) {
      throw wrong(value);
    }
    return new Age(greater, text.substring(1), value);
  }

  Updated condition(Instant now) {
    Matcher span = SPAN.matcher(written);
    if (span.matches()) {
      Duration unit = UNITS.getOrDefault(span.group(2), Duration.ZERO);
      Instant then = now.minus(unit.multipliedBy(Long.parseLong(span.group(1))));
      return new Updated(!greater, then);
    }
    if (!DAY.matcher(written).matches()) {
      throw wrong(value);
    }
    try {
      LocalDate day = LocalDate.parse(written);
      Instant moment = (greater ? day.plusDays(1) : day).atStartOfDay().toInstant(ZoneOffset.UTC);
      return new Updated(greater, moment);
    } catch (DateTimeException e) {
      throw Mistake.at(value.start(), "There is no day " + written + ".");
    }
  }

  private static RuntimeException wrong(Value value) {
    return Mistake.at(
        value.start(),
        "\"%s\" is no age; write updated:<7d (less than seven days ago; m, h, d, w, y), updated:>7d"
                .formatted(value.text())
            + " (longer ago) or updated:>2026-01-31.");
  }
}
