package dev.portolan.ingestion.adapter.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** jq's functions of dates, of which jackson-jq has but two. All times are UTC, as in jq. */
final class Dates {
  private static final String ISO = "%Y-%m-%dT%H:%M:%SZ";

  /** From C's letters to java.time's; {@code %s} and {@code %%} have none. */
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('Y', "uuuu"),
          Map.entry('m', "MM"),
          Map.entry('d', "dd"),
          Map.entry('e', "d"),
          Map.entry('H', "HH"),
          Map.entry('I', "hh"),
          Map.entry('M', "mm"),
          Map.entry('S', "ss"),
          Map.entry('p', "a"),
          Map.entry('j', "DDD"),
          Map.entry('y', "uu"),
          Map.entry('b', "MMM"),
          Map.entry('B', "MMMM"),
          Map.entry('a', "EEE"),
          Map.entry('A', "EEEE"),
          Map.entry('z', "[XX][XXX]"),
          Map.entry('Z', "zzz"),
          Map.entry('F', "uuuu-MM-dd"),
          Map.entry('T', "HH:mm:ss"));

  private Dates() {}

  /** The functions by their names. */
  static Map<String, Function> functions() {
    Function iso =
        (scope, arguments, in, path, output, version) -> output.emit(text(in, ISO), null);
    return Map.of(
        "strptime/1",
        (scope, arguments, in, path, output, version) ->
            arguments
                .getFirst()
                .apply(scope, in, format -> output.emit(parsed(in, format.asText()), null)),
        "strftime/1",
        (scope, arguments, in, path, output, version) ->
            arguments
                .getFirst()
                .apply(scope, in, format -> output.emit(text(in, format.asText()), null)),
        "mktime/0",
        (scope, arguments, in, path, output, version) ->
            output.emit(LongNode.valueOf(time(in).toEpochSecond(ZoneOffset.UTC)), null),
        "gmtime/0",
        (scope, arguments, in, path, output, version) -> output.emit(broken(time(in)), null),
        "todateiso8601/0",
        iso,
        "todate/0",
        iso,
        "date/0",
        iso,
        "fromdate/0",
        (scope, arguments, in, path, output, version) ->
            output.emit(
                LongNode.valueOf(time(parsed(in, ISO)).toEpochSecond(ZoneOffset.UTC)), null));
  }

  private static JsonNode parsed(JsonNode in, String format) throws JsonQueryException {
    if (!in.isTextual()) {
      throw new JsonQueryException("only a text can be read as a date, and this is %s", in);
    }
    try {
      return broken(time(formatter(format).parse(in.textValue())));
    } catch (DateTimeException | ArithmeticException e) {
      throw new JsonQueryException(
          "the date \"" + in.textValue() + "\" does not match the format \"" + format + "\"");
    }
  }

  private static JsonNode text(JsonNode in, String format) throws JsonQueryException {
    try {
      return new TextNode(formatter(format).format(time(in).atZone(ZoneOffset.UTC)));
    } catch (DateTimeException e) {
      throw new JsonQueryException("the date cannot be written as \"" + format + "\"");
    }
  }

  private static LocalDateTime time(TemporalAccessor parsed) {
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)
        && parsed.query(TemporalQueries.localDate()) == null) {
      return LocalDateTime.ofInstant(Instant.from(parsed), ZoneOffset.UTC);
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    var date = parsed.query(TemporalQueries.localDate());
    if (date == null) {
      throw new DateTimeException("no day");
    }
    return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  /** From seconds since 1970, or from a date's parts. */
  private static LocalDateTime time(JsonNode in) throws JsonQueryException {
    try {
      if (in.isNumber()) {
        return LocalDateTime.ofEpochSecond((long) Math.floor(in.doubleValue()), 0, ZoneOffset.UTC);
      }
      if (in.isArray() && in.size() >= 3) {
        return LocalDateTime.of(in.path(0).asInt(), 1, 1, 0, 0)
            .plusMonths(in.path(1).asLong())
            .plusDays(in.path(2).asLong() - 1)
            .plusHours(in.path(3).asLong())
            .plusMinutes(in.path(4).asLong())
            .plusSeconds(in.path(5).asLong());
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw new JsonQueryException("there is no such date as " + in);
    }
    throw new JsonQueryException("a date is seconds since 1970 or a list of its parts, not %s", in);
  }

  private static ArrayNode broken(LocalDateTime time) {
    return JsonNodeFactory.instance
        .arrayNode()
        .add(time.getYear())
        .add(time.getMonthValue() - 1)
        .add(time.getDayOfMonth())
        .add(time.getHour())
        .add(time.getMinute())
        .add(time.getSecond())
        .add(time.getDayOfWeek().getValue() % 7)
        .add(time.getDayOfYear() - 1);
  }

  private static DateTimeFormatter formatter(String format) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    for (int i = 0; i < format.length(); i++) {
      char letter = format.charAt(i);
      if (letter != '%' || i + 1 == format.length()) {
        builder.appendLiteral(letter);
        continue;
      }
      char what = format.charAt(++i);
      if (what == 's') {
        builder.appendValue(ChronoField.INSTANT_SECONDS);
      } else if (what == '%') {
        builder.appendLiteral('%');
      } else {
        String pattern = LETTERS.get(what);
        if (pattern == null) {
          throw new DateTimeException("%" + what + " is not known");
        }
        builder.appendPattern(pattern);
      }
    }
    return builder.toFormatter(Locale.ENGLISH);
  }
}
