package dev.portolan.search.indexing;

import dev.portolan.events.Entity;
import dev.portolan.events.Link;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an entity may have or lack. The names of these are those that people type: has:oncall. */
public enum Trait {
  TITLE,
  DESCRIPTION,
  TAGS,
  LINKS,
  OWNER,
  SYSTEM,
  DOMAIN,
  DEPENDENCIES,
  APIS,
  DEFINITION,
  /** Documentation that a portal can render. */
  DOCS,
  /** Somebody whom an alert wakes. */
  ONCALL,
  REPOSITORY,
  RUNBOOK;

  private static final Set<String> DOCS_ANNOTATIONS =
      Set.of("backstage.io/techdocs-ref", "backstage.io/techdocs-entity");

  private static final Set<String> ONCALL_ANNOTATIONS =
      Set.of(
          "pagerduty.com/integration-key",
          "pagerduty.com/service-id",
          "opsgenie.com/component-selector",
          "opsgenie.com/team",
          "grafana.com/oncall",
          "victorops.com/team",
          "firehydrant.com/service-name",
          "incident.io/service");

  private static final Set<String> REPOSITORY_ANNOTATIONS =
      Set.of(
          "backstage.io/source-location",
          "github.com/project-slug",
          "gitlab.com/project-slug",
          "gitlab.com/project-id",
          "bitbucket.org/project-slug",
          "dev.azure.com/project-repo");

  /** As people type it, and as the index has it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The keys of those that an entity has. */
  static List<String> of(Entity entity) {
    return Arrays.stream(values()).filter(trait -> trait.isOf(entity)).map(Trait::key).toList();
  }

  private boolean isOf(Entity entity) {
    return switch (this) {
      case TITLE -> entity.title() != null;
      case DESCRIPTION -> entity.description() != null;
      case TAGS -> !entity.tags().isEmpty();
      case LINKS -> !entity.links().isEmpty();
      case OWNER -> relates(entity, "ownedBy", "");
      case SYSTEM -> relates(entity, "partOf", "system");
      case DOMAIN -> relates(entity, "partOf", "domain");
      case DEPENDENCIES -> relates(entity, "dependsOn", "");
      case APIS -> relates(entity, "providesApi", "");
      case DEFINITION -> entity.spec().get("definition") instanceof String;
      case DOCS -> isAnnotated(entity, DOCS_ANNOTATIONS);
      case ONCALL -> isAnnotated(entity, ONCALL_ANNOTATIONS);
      case REPOSITORY -> isAnnotated(entity, REPOSITORY_ANNOTATIONS);
      case RUNBOOK -> entity.links().stream().anyMatch(Trait::isRunbook);
    };
  }

  private static boolean relates(Entity entity, String type, String kind) {
    return entity.relations().stream()
        .filter(relation -> relation.type().equals(type))
        .anyMatch(relation -> kind.isEmpty() || relation.target().kind().equals(kind));
  }

  private static boolean isAnnotated(Entity entity, Set<String> annotations) {
    return annotations.stream().anyMatch(entity.annotations()::containsKey);
  }

  private static boolean isRunbook(Link link) {
    return (link.type() + " " + link.title()).toLowerCase(Locale.ROOT).contains("runbook");
  }
}
