package dev.portolan.gateway.ownership;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.impact.LogPosition;
import dev.portolan.gateway.impact.RolledUp.KeyCount;
import java.util.List;

/** What a group owns as GraphQL shows it: the answer, and the question that another page needs. */
public record OwnershipView(OwnershipQuestion question, OwnershipAnswer answer) {
  public EntityRef ref() {
    return answer.ref();
  }

  public int total() {
    return answer.total();
  }

  public List<KeyCount> byKind() {
    return answer.byKind();
  }

  public List<KeyCount> byOwner() {
    return answer.byOwner();
  }

  public List<EntityRef> groups() {
    return answer.groups();
  }

  public List<EntityRef> people() {
    return answer.people();
  }

  public int peopleTotal() {
    return answer.peopleTotal();
  }

  /** How far the answer knows each partition of the topic. */
  public List<LogPosition> position() {
    return LogPosition.all(answer.position());
  }
}
