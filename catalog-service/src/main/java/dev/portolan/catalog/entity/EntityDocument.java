package dev.portolan.catalog.entity;

import dev.portolan.events.Entity;
import dev.portolan.events.Link;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of an entity as one JSON document: all that it says, but its relations. */
public record EntityDocument(
    String kind,
    String namespace,
    String name,
    @Nullable String title,
    @Nullable String description,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<String> tags,
    List<Link> links,
    Map<String, @Nullable Object> spec) {

  public static EntityDocument of(Entity entity) {
    return new EntityDocument(
        entity.kind(),
        entity.namespace(),
        entity.name(),
        entity.title(),
        entity.description(),
        entity.labels(),
        entity.annotations(),
        entity.tags(),
        entity.links(),
        entity.spec());
  }
}
