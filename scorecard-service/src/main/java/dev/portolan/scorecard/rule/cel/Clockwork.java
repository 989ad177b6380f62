package dev.portolan.scorecard.rule.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.portolan.scorecard.rule.Moment;
import dev.portolan.scorecard.rule.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The functions of dates. There is no {@code now}: what would be compared with it could not be
 * told, and so not when the comparison ends otherwise.
 */
final class Clockwork {
  /** The time of the evaluation that goes on in this thread. */
  static final ScopedValue<Moment> MOMENT = ScopedValue.newInstance();

  private static final String DAYS_SINCE = "daysSince";
  private static final String DAYS_UNTIL = "daysUntil";
  private static final String WITHIN = "within";

  /** A hundred years: beyond it days are no sensible question. */
  private static final long MOST_DAYS = 36_525;

  /** Those that ask for the time. */
  static final Set<String> NAMES = Set.of(DAYS_SINCE, DAYS_UNTIL, WITHIN);

  static final ImmutableList<CelFunctionDecl> DECLARATIONS =
      ImmutableList.of(
          CelFunctionDecl.newFunctionDeclaration(
              DAYS_SINCE,
              CelOverloadDecl.newGlobalOverload(
                  "days_since_string", SimpleType.INT, SimpleType.STRING)),
          CelFunctionDecl.newFunctionDeclaration(
              DAYS_UNTIL,
              CelOverloadDecl.newGlobalOverload(
                  "days_until_string", SimpleType.INT, SimpleType.STRING)),
          CelFunctionDecl.newFunctionDeclaration(
              WITHIN,
              CelOverloadDecl.newGlobalOverload(
                  "within_string_int", SimpleType.BOOL, SimpleType.STRING, SimpleType.INT)),
          CelFunctionDecl.newFunctionDeclaration(
              "hoursBetween",
              CelOverloadDecl.newGlobalOverload(
                  "hours_between_strings",
                  SimpleType.DOUBLE,
                  SimpleType.STRING,
                  SimpleType.STRING)));

  static final ImmutableList<CelFunctionBinding> BINDINGS =
      ImmutableList.of(
          CelFunctionBinding.from(
              "days_since_string", String.class, text -> MOMENT.get().daysSince(instant(text))),
          CelFunctionBinding.from(
              "days_until_string", String.class, text -> MOMENT.get().daysUntil(instant(text))),
          CelFunctionBinding.from(
              "within_string_int",
              String.class,
              Long.class,
              (text, days) -> MOMENT.get().within(instant(text), days(days))),
          CelFunctionBinding.from(
              "hours_between_strings",
              String.class,
              String.class,
              (from, to) -> hours(Duration.between(instant(from), instant(to)))));

  private Clockwork() {}

  private static Instant instant(String text) throws CelEvaluationException {
    return Texts.instant(text)
        .orElseThrow(
            () ->
                new CelEvaluationException(
                    "'%s' is no date such as 2026-11-27 or 2026-11-27T09:00:00Z"
                        .formatted(text.length() <= 80 ? text : text.substring(0, 80) + "…")));
  }

  private static double hours(Duration duration) {
    return duration.toMillis() / 3_600_000.0;
  }

  private static Duration days(long days) throws CelEvaluationException {
    if (days < 0 || days > MOST_DAYS) {
      throw new CelEvaluationException(
          "%d is no number of days from 0 to %d".formatted(days, MOST_DAYS));
    }
    return Duration.ofDays(days);
  }
}
