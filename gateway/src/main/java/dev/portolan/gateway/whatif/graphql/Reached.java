package dev.portolan.gateway.whatif.graphql;

import dev.portolan.gateway.impact.ImpactAnswer.DepthCount;
import dev.portolan.gateway.impact.ImpactAnswer.KeyCount;
import dev.portolan.gateway.impact.LogPosition;
import dev.portolan.gateway.whatif.GraphQuestion;
import dev.portolan.gateway.whatif.ReachedAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes would reach, and the question that another page needs. */
record Reached(GraphQuestion question, ReachedAnswer answer) {
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

  public List<DepthCount> byDepth() {
    return answer.byDepth();
  }

  public List<KeyCount> byKind() {
    return answer.byKind();
  }

  public List<KeyCount> byOwner() {
    return answer.byOwner();
  }

  public List<KeyCount> bySystem() {
    return answer.bySystem();
  }

  public List<KeyCount> byDomain() {
    return answer.byDomain();
  }

  public List<KeyCount> byTier() {
    return answer.byTier();
  }

  public List<KeyCount> byLifecycle() {
    return answer.byLifecycle();
  }

  public List<LogPosition> position() {
    return LogPosition.all(answer.position());
  }
}
