package dev.portolan.gateway.initiative;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.ScorecardView.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that an organisation sets itself, with a date.
 *
 * @param start null for at once
 * @param deadline null where that is a problem
 * @param filter for which entities, in CEL; null for all
 * @param entities for how many it is
 * @param open how many of them have something left to do
 * @param percentage of the rules that are asked, how many are kept
 */
public record InitiativeView(
    EntityRef ref,
    long version,
    String title,
    @Nullable String description,
    @Nullable EntityRef owner,
    Status status,
    @Nullable Instant start,
    @Nullable Instant deadline,
    @Nullable String filter,
    List<Target> rules,
    List<Problem> problems,
    int entities,
    int open,
    double percentage) {
  /** The kind of the entities that define initiatives, as references write it. */
  public static final String KIND = "initiative";

  /** The one level, of whoever has done all. */
  public static final String DONE = "done";

  /** Where it is. */
  public enum Status {
    DRAFT,
    SCHEDULED,
    IN_PROGRESS,
    DELAYED,
    ENDED
  }

  /** A rule that is asked. */
  public record Target(String id, String title) {}

  /** The reference that a name means here, which may leave out its kind and its namespace. */
  public static EntityRef ref(String name) {
    return EntityRef.parse(name, KIND, EntityRef.DEFAULT_NAMESPACE);
  }
}
