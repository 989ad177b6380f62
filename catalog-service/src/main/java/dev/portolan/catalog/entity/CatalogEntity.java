package dev.portolan.catalog.entity;

import dev.portolan.events.Link;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it stands in the graph.
 *
 * @param owner the reference of what owns it, which need not exist
 * @param stale whether a version was asked for that has not arrived yet
 */
public record CatalogEntity(
    String ref,
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
    @Nullable String owner,
    boolean stale) {

  public static CatalogEntity of(
      String ref, long version, @Nullable String owner, EntityDocument document) {
    return new CatalogEntity(
        ref,
        version,
        document.kind(),
        document.namespace(),
        document.name(),
        document.title(),
        document.description(),
        document.labels(),
        document.annotations(),
        document.tags(),
        document.links(),
        document.spec(),
        owner,
        false);
  }

  /** The same, known to be behind what was asked for. */
  public CatalogEntity asStale() {
    return new CatalogEntity(
        ref,
        version,
        kind,
        namespace,
        name,
        title,
        description,
        labels,
        annotations,
        tags,
        links,
        spec,
        owner,
        true);
  }
}
