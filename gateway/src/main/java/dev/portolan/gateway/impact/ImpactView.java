package dev.portolan.gateway.impact;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.impact.ImpactAnswer.DepthCount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An impact as GraphQL shows it: the answer, and the question that another page needs. */
public record ImpactView(ImpactQuestion question, ImpactAnswer answer) implements RolledUp {
  public EntityRef root() {
    return answer.root();
  }

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

  /** How far the answer knows each partition of the topic. */
  public List<LogPosition> position() {
    return LogPosition.all(answer.position());
  }
}
