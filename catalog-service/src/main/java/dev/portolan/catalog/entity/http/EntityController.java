package dev.portolan.catalog.entity.http;

import dev.portolan.catalog.entity.CatalogEntity;
import dev.portolan.catalog.entity.EntityCounts;
import dev.portolan.catalog.entity.EntityFilter;
import dev.portolan.catalog.entity.EntityOrder;
import dev.portolan.catalog.entity.EntityPage;
import dev.portolan.catalog.entity.neo4j.Neo4jEntities;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.version.Patience;
import dev.portolan.catalog.version.RefVersion;
import dev.portolan.catalog.version.Versions;
import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One entity, several, and lists. */
@RestController
class EntityController {
  private static final int PAGE = 50;

  private final Neo4jEntities entities;
  private final Versions versions;

  EntityController(Neo4jEntities entities, Versions versions) {
    this.entities = entities;
    this.versions = versions;
  }

  record Refs(@Nullable List<EntityRef> refs) {}

  record Entities(List<CatalogEntity> entities) {}

  record Question(
      @Nullable EntityFilter filter,
      @Nullable Order orderBy,
      @Nullable Integer first,
      @Nullable String after) {}

  /** An order of which either part may be left out. */
  record Order(EntityOrder.@Nullable Field field, EntityOrder.@Nullable Direction direction) {
    EntityOrder complete() {
      return new EntityOrder(
          field == null ? EntityOrder.Field.REF : field,
          direction == null ? EntityOrder.Direction.ASC : direction);
    }
  }

  @GetMapping("/api/entities/{kind}/{namespace}/{name}")
  CatalogEntity entity(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "0") long minVersion) {
    EntityRef ref = new EntityRef(kind, namespace, name);
    boolean fresh = minVersion <= 0 || isReached(new RefVersion(ref, minVersion));
    CatalogEntity entity =
        entities.entity(ref).orElseThrow(() -> new NoSuchEntityException(ref, !fresh));
    return fresh ? entity : entity.asStale();
  }

  private boolean isReached(RefVersion wanted) {
    return Patience.until(() -> versions.haveReached(List.of(wanted)));
  }

  @PostMapping("/api/entities/batch")
  Entities batch(@RequestBody Refs refs) {
    return new Entities(
        entities.entities(Bounds.atMost(Bounds.LONGEST_BATCH, refs.refs(), "refs")));
  }

  @PostMapping("/api/entities/query")
  EntityPage query(@RequestBody Question question) {
    return entities.page(
        FilterBounds.checked(question.filter()),
        question.orderBy() == null ? EntityOrder.BY_REF : question.orderBy().complete(),
        Bounds.first(question.first(), PAGE),
        question.after());
  }

  @GetMapping("/api/count")
  EntityCounts count() {
    return entities.counts();
  }
}
