package dev.portolan.gateway.entity;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Link;
import dev.portolan.events.Relation;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity as GraphQL shows it.
 *
 * @param owner the reference of its owner, which may not exist
 * @param stale true when it is older than the version that was asked for
 * @param past what it was related to at the moment of the past that this shows; null for the
 *     present
 */
public record EntityView(
    EntityRef ref,
    long version,
    String kind,
    String namespace,
    String name,
    @Nullable String title,
    @Nullable String description,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<String> tags,
    List<Link> links,
    Map<String, @Nullable Object> spec,
    @Nullable EntityRef owner,
    boolean stale,
    @Nullable Past past) {

  private static final String OWNED_BY = "ownedBy";

  /** A state of the past: when, and the relations that the entity had. */
  public record Past(Instant at, List<Relation> relations) {}

  /** Takes absent collections for empty ones. */
  public EntityView {
    labels = labels == null ? Map.of() : labels;
    annotations = annotations == null ? Map.of() : annotations;
    tags = tags == null ? List.of() : tags;
    links = links == null ? List.of() : links;
    spec = spec == null ? Map.of() : spec;
  }

  /** The state that an event carries, shown as the present. */
  public static EntityView of(EntityRef ref, long version, Entity entity) {
    return of(ref, version, entity, null);
  }

  /** The state that an entity had at a moment of the past. */
  public static EntityView asOf(Instant at, EntityRef ref, long version, Entity entity) {
    return of(ref, version, entity, new Past(at, entity.relations()));
  }

  /**
   * Its reference, for a question that only the present can answer.
   *
   * @param what begins the sentence "… of the past are not available yet."
   * @throws CodedException when this is a state of the past
   */
  public EntityRef present(String what) {
    if (past != null) {
      throw new CodedException(
          ErrorCode.NOT_AVAILABLE_YET, what + " of the past are not available yet.");
    }
    return ref;
  }

  private static EntityView of(EntityRef ref, long version, Entity entity, @Nullable Past past) {
    return new EntityView(
        ref,
        version,
        entity.kind(),
        entity.namespace(),
        entity.name(),
        entity.title(),
        entity.description(),
        entity.labels(),
        entity.annotations(),
        entity.tags(),
        entity.links(),
        entity.spec(),
        ownerOf(entity),
        false,
        past);
  }

  private static @Nullable EntityRef ownerOf(Entity entity) {
    return entity.relations().stream()
        .filter(relation -> relation.type().equals(OWNED_BY))
        .map(Relation::target)
        .findFirst()
        .orElse(null);
  }
}
