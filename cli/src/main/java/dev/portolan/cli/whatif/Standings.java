package dev.portolan.cli.whatif;

import dev.portolan.cli.page.Words;
import org.jspecify.annotations.Nullable;

/** What standings on a scorecard are called where a person reads them. */
final class Standings {
  private Standings() {}

  /** A rule with what becomes of it now and then. */
  static String outcome(WhatIf.Rule rule) {
    return "%s: %s → %s".formatted(rule.rule(), status(rule.before()), status(rule.after()));
  }

  /** The level of who may not be judged at all. */
  static String level(WhatIf.@Nullable Level level) {
    if (level == null) {
      return "not judged";
    }
    return level.level() == null ? "no level" : level.level();
  }

  private static String status(@Nullable String status) {
    return status == null ? "not asked" : Words.words(status);
  }
}
