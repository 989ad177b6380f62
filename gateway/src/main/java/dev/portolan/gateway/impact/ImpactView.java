package dev.portolan.gateway.impact;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.impact.ImpactAnswer.DepthCount;
import dev.portolan.gateway.impact.ImpactAnswer.KeyCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An impact as GraphQL shows it: the answer, and the question that another page needs. */
public record ImpactView(ImpactQuestion question, ImpactAnswer answer) {
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

  /** How far the answer knows each partition of the topic. */
  public List<LogPosition> position() {
    return LogPosition.all(answer.position());
  }
}
