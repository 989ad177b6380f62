package dev.portolan.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of an entity: what all its sources together say of it.
 *
 * @param kind as its definition writes it, such as {@code Component}; its reference has it in lower
 *     case
 * @param namespace as written
 * @param name as written
 * @param title what a person reads in place of the name
 * @param description free text
 * @param labels short values to select by
 * @param annotations values that bind the entity to other systems
 * @param tags single words
 * @param links places elsewhere
 * @param spec free JSON as the kind's schema allows it: maps, lists, strings, numbers, booleans and
 *     nulls
 * @param relations from the fields of the spec, each once, in the order of type and target
 */
public record Entity(
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
    List<Relation> relations) {

  /** Takes absent collections for empty ones. */
  public Entity {
    labels = Absent.toEmpty(labels);
    annotations = Absent.toEmpty(annotations);
    tags = Absent.toEmpty(tags);
    links = Absent.toEmpty(links);
    spec = Absent.toEmpty(spec);
    relations = Absent.toEmpty(relations);
  }

  /** The identity of this entity. */
  public EntityRef ref() {
    return new EntityRef(kind, namespace, name);
  }
}
