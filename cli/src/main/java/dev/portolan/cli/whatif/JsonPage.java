package dev.portolan.cli.whatif;

import dev.portolan.cli.proposal.Change;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report for programs: all that was answered, under names that stay. A part that is null was not
 * answered; `missing` says why.
 */
record JsonPage(
    String source,
    String mode,
    int files,
    List<String> missing,
    List<String> cut,
    List<Change> changes,
    long unchanged,
    List<Rejected> rejected,
    List<JsonNode> notes,
    @Nullable String held,
    WhatIf.@Nullable Reach impact,
    WhatIf.@Nullable Dependencies lost,
    WhatIf.@Nullable Dependencies gained,
    @Nullable Found appearing,
    @Nullable Found disappearing,
    @Nullable List<WhatIf.Standing> scorecards) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Why a document would not be taken; the line is 0 when it is unknown. */
  record Rejected(
      String file,
      int line,
      @Nullable String field,
      @Nullable String rule,
      @Nullable String message) {
    static Rejected of(Report.Rejection rejection) {
      WhatIf.Problem problem = rejection.problem();
      return new Rejected(
          rejection.place().file(),
          rejection.place().line(),
          problem.field(),
          problem.rule(),
          problem.message());
    }
  }

  /** The first findings of so many. */
  record Found(int total, List<WhatIf.Finding> findings) {
    static @Nullable Found of(@Nullable Integer total, @Nullable List<WhatIf.Finding> findings) {
      return total == null && findings == null
          ? null
          : new Found(
              Objects.requireNonNullElseGet(total, () -> Objects.requireNonNull(findings).size()),
              Objects.requireNonNullElse(findings, List.of()));
    }
  }

  static String of(Report report) {
    WhatIf answer = report.answer();
    return JSON.writeValueAsString(
            new JsonPage(
                report.source(),
                report.full() ? "full" : "delta",
                report.files(),
                report.gaps().missing(),
                report.gaps().cut(),
                answer.changes(),
                answer.unchanged(),
                report.rejections().stream().map(Rejected::of).toList(),
                answer.notes(),
                answer.held(),
                answer.impact(),
                answer.lost(),
                answer.gained(),
                Found.of(answer.appearingTotal(), answer.appearing()),
                Found.of(answer.disappearingTotal(), answer.disappearing()),
                answer.scorecards()))
        + "\n";
  }
}
