package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cql.Cql;
import java.time.DateTimeException;
import java.time.Duration;

/**
 * A period such as {@code duration("P30D")}, which is ISO 8601's, in whole days: Portolan counts
 * them. A year is 365 days and a month 30.
 *
 * @param isExact whether it is so many days by every calendar
 */
record Period(int days, boolean isExact) {
  private static final int MOST_DAYS = 36_500;

  /** Whether an expression is a period at all. */
  static boolean isOne(Cql expression) {
    return expression instanceof Cql.Call(Cql target, String function, var arguments)
        && target == null
        && function.equals("duration")
        && arguments.size() == 1;
  }

  static Period of(Cql expression) throws UntranslatableException {
    if (isOne(expression)
        && expression instanceof Cql.Call call
        && call.arguments().getFirst().value() instanceof Cql.Text(String text)) {
      return parse(text);
    }
    throw new UntranslatableException("a period is written as duration(\"P30D\")");
  }

  private static Period parse(String text) throws UntranslatableException {
    try {
      int time = text.indexOf('T');
      String date = time < 0 ? text : text.substring(0, time);
      java.time.Period calendar =
          date.endsWith("P") ? java.time.Period.ZERO : java.time.Period.parse(date);
      String sign = text.startsWith("-") ? "-" : "";
      Duration clock =
          time < 0 ? Duration.ZERO : Duration.parse(sign + "PT" + text.substring(time + 1));
      long days =
          365L * calendar.getYears()
              + 30L * calendar.getMonths()
              + calendar.getDays()
              + clock.toDays();
      if (clock.equals(Duration.ofDays(clock.toDays())) && Math.abs(days) <= MOST_DAYS) {
        return new Period((int) days, calendar.toTotalMonths() == 0);
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw new UntranslatableException("'" + text + "' is no period of ISO 8601");
    }
    throw new UntranslatableException(
        "Portolan counts whole days, up to " + MOST_DAYS + ", and " + text + " is something else");
  }
}
