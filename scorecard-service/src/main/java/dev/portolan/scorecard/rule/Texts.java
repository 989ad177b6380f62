package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the values of a descriptor mean, where they mean anything. */
public final class Texts {
  /** What databases take of dates, and people mean by them. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private Texts() {}

  /** A text that is not empty. */
  public static Optional<String> text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  /** The texts in a list. */
  public static List<String> list(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /**
   * A date and time with its offset, or a date, which begins at midnight in UTC; of the years 1 to
   * 9999.
   */
  public static Optional<Instant> instant(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    try {
      Instant instant =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return Optional.of(instant).filter(each -> !each.isAfter(LAST) && !each.isBefore(FIRST));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A reference, which may leave its kind and namespace out. */
  public static Optional<EntityRef> ref(@Nullable Object value, String defaultKind) {
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(EntityRef.parse(text, defaultKind, EntityRef.DEFAULT_NAMESPACE));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  /** The constant of that name, in any case and with hyphens for underscores. */
  static <E extends Enum<E>> Optional<E> constant(@Nullable Object value, Class<E> type) {
    return text(value)
        .flatMap(
            text ->
                Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.name().equalsIgnoreCase(text.replace('-', '_')))
                    .findFirst());
  }
}
