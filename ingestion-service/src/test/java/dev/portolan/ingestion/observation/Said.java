package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Link;
import dev.portolan.events.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Observations for tests: {@code git(200).title("Checkout").spec("owner", "a").observation()}. */
public final class Said {
  public static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

  /** Owner is a scalar reference, dependsOn a set of them; enough to show what a kind does. */
  public static final RelationFields RELATIONS =
      new RelationFields() {
        @Override
        public boolean unite(String kind, String pointer) {
          return pointer.equals("/spec/dependsOn");
        }

        @Override
        public List<Relation> relationsOf(Entity entity) {
          var relations = new ArrayList<Relation>();
          add("ownedBy", "group", entity.spec().get("owner"), relations);
          add("dependsOn", "component", entity.spec().get("dependsOn"), relations);
          relations.sort(Comparator.comparing(Relation::type).thenComparing(Relation::target));
          return relations;
        }
      };

  private final String source;
  private final int priority;
  private Instant at = MONDAY;
  private @Nullable String title;
  private @Nullable String description;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> annotations = new HashMap<>();
  private List<String> tags = List.of();
  private List<Link> links = List.of();
  private final Map<String, Object> spec = new HashMap<>();

  private Said(String source, int priority) {
    this.source = source;
    this.priority = priority;
  }

  public static Said by(String source, int priority) {
    return new Said(source, priority);
  }

  public Said at(Instant moment) {
    at = moment;
    return this;
  }

  public Said title(String text) {
    title = text;
    return this;
  }

  public Said description(String text) {
    description = text;
    return this;
  }

  public Said label(String key, String value) {
    labels.put(key, value);
    return this;
  }

  public Said annotation(String key, String value) {
    annotations.put(key, value);
    return this;
  }

  public Said tags(String... words) {
    tags = List.of(words);
    return this;
  }

  public Said link(String url) {
    links = List.of(new Link(url, null, null, null));
    return this;
  }

  @SuppressWarnings(
      "NullAway") // the class file of Entity's constructor has lost that nulls are welcome
  public Said spec(String key, @Nullable Object value) {
    spec.put(key, value);
    return this;
  }

  public Observation observation() {
    return new Observation(source, priority, entity(), at);
  }

  public Entity entity() {
    return new Entity(
        "Component",
        "default",
        "checkout",
        title,
        description,
        labels,
        annotations,
        tags,
        links,
        spec,
        List.of());
  }

  private static void add(
      String type, String kind, @Nullable Object value, List<Relation> relations) {
    Collection<?> targets =
        value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
    for (Object target : targets) {
      relations.add(
          new Relation(
              type, EntityRef.parse(target.toString(), kind, EntityRef.DEFAULT_NAMESPACE)));
    }
  }
}
