package dev.portolan.cli.whatif;

import dev.portolan.cli.page.Words;
import dev.portolan.cli.proposal.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What it comes to, in a sentence or three. */
final class Headline {
  private Headline() {}

  static String of(Report report) {
    List<String> sentences = new ArrayList<>();
    sentences.add(changes(report.answer()));
    if (!report.answer().changes().isEmpty()) {
      sentences.add(consequences(report.answer()));
    }
    if (!report.rejections().isEmpty()) {
      sentences.add(
          Words.counted(
                  report.rejections().size(), "problem keeps documents", "problems keep documents")
              + " from being accepted.");
    }
    if (report.answer().held() != null) {
      sentences.add("The sync would be held.");
    }
    if (!report.gaps().isAnswered()) {
      sentences.add("Not everything could be answered.");
    }
    sentences.add(supposition(report));
    return String.join(" ", sentences);
  }

  /** Of another source the same documents would change other things. */
  private static String supposition(Report report) {
    return "Supposed: %s, as %s the source %s says."
        .formatted(
            Words.counted(report.files(), "file", "files"),
            report.full() ? "all that" : "a part of what",
            report.source());
  }

  private static String changes(WhatIf answer) {
    int total = answer.changes().size();
    if (total == 0) {
      return "Nothing would change (%s stay as they are)."
          .formatted(Words.counted(answer.unchanged(), "entity would", "entities would"));
    }
    Map<String, Integer> byKind = new LinkedHashMap<>();
    for (Change change : answer.changes()) {
      byKind.merge(change.change().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    List<String> kinds = new ArrayList<>();
    byKind.forEach((kind, count) -> kinds.add("%,d %s".formatted(count, kind)));
    return "%s change: %s."
        .formatted(
            Words.counted(total, "entity would", "entities would"), String.join(", ", kinds));
  }

  /** Only of what was answered: what is not known is no zero. */
  private static String consequences(WhatIf answer) {
    List<String> parts = new ArrayList<>();
    WhatIf.Reach reach = answer.impact();
    if (reach != null) {
      parts.add(
          "%s of %s %s reached"
              .formatted(
                  Words.counted(reach.total(), "other entity", "other entities"),
                  Words.counted(reach.ownersTotal(), "owner", "owners"),
                  reach.total() == 1 ? "is" : "are"));
    }
    if (answer.lost() != null && answer.gained() != null) {
      parts.add(
          "%s lost and %,d gained"
              .formatted(
                  Words.counted(answer.lost().total(), "dependency", "dependencies"),
                  answer.gained().total()));
    }
    if (answer.appearingTotal() != null && answer.disappearingTotal() != null) {
      parts.add(
          "%s would appear and %,d disappear"
              .formatted(
                  Words.counted(answer.appearingTotal(), "finding", "findings"),
                  answer.disappearingTotal()));
    }
    if (answer.scorecards() != null) {
      parts.add(
          Words.counted(answer.scorecards().size(), "scorecard result", "scorecard results")
              + " would change");
    }
    return parts.isEmpty()
        ? "What follows from that is not known."
        : upperFirst(String.join("; ", parts)) + ".";
  }

  private static String upperFirst(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
