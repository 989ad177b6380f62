package dev.portolan.gateway.whatif.graphql;

import dev.portolan.gateway.impact.ImpactAnswer.DepthCount;
import dev.portolan.gateway.impact.LogPosition;
import dev.portolan.gateway.impact.RollUp;
import dev.portolan.gateway.impact.RolledUp;
import dev.portolan.gateway.whatif.GraphQuestion;
import dev.portolan.gateway.whatif.ReachedAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes would reach, and the question that another page needs. */
record Reached(GraphQuestion question, ReachedAnswer answer) implements RolledUp {
  public int total() {
    return answer.total();
  }

  public boolean complete() {
    return answer.complete();
  }

  public @Nullable String incompleteReason() {
    return answer.incompleteReason();
  }

  public int maxDepthReached() {
    return answer.maxDepthReached();
  }

  @Override
  public Map<RollUp, Counts> by() {
    return answer.by();
  }

  public List<DepthCount> byDepth() {
    return answer.byDepth();
  }

  public List<LogPosition> position() {
    return LogPosition.all(answer.position());
  }
}
