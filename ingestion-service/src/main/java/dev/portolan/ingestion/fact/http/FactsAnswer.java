package dev.portolan.ingestion.fact.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.portolan.ingestion.fact.FactProblem;
import dev.portolan.ingestion.fact.FactReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the facts of a request.
 *
 * @param source who said them
 * @param accepted how many brought something new
 * @param unchanged how many did not, or came later than what was observed after them
 * @param unknownEntities how many of the accepted are of entities that the catalog does not know
 *     now: they are kept
 * @param rejected those that broke a rule, all of them
 */
record FactsAnswer(
    String source, long accepted, long unchanged, long unknownEntities, List<Rejected> rejected) {

  /**
   * A fact that broke a rule.
   *
   * @param index where it stands in the request, from 0
   * @param line where it begins, from 1; absent from an array's
   * @param field JSON pointer into the fact; null when it is at fault as a whole
   * @param problem what is wrong and how to mend it
   */
  record Rejected(
      int index,
      @JsonInclude(Include.NON_NULL) @Nullable Integer line,
      @Nullable String field,
      String problem) {

    private static Rejected of(FactProblem problem, boolean array) {
      return new Rejected(
          problem.index(), array ? null : problem.line(), problem.field(), problem.problem());
    }
  }

  static FactsAnswer of(String source, FactReport report, boolean array) {
    return new FactsAnswer(
        source,
        report.accepted(),
        report.unchanged(),
        report.unknownEntities(),
        report.rejected().stream().map(each -> Rejected.of(each, array)).toList());
  }
}
