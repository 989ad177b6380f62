package dev.portolan.search.indexing;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it is searched. The names of the components are those of the fields in index.json.
 *
 * @param ref identifies the document
 * @param version of the entity
 * @param kind in lower case, as in the reference
 * @param namespace in lower case, as in the reference
 * @param name as written; the index splits it at {@code -_.} and at changes of case
 * @param joinedName the name's letters and digits alone, for {@code checkoutpayment}
 * @param nameLength in characters; of two hits that match alike the shorter name comes first
 * @param title what a person reads in place of the name
 * @param description its first 20,000 characters
 * @param tags single words
 * @param labels as {@code key=value}
 * @param owner the reference of the first owner
 * @param ownerName the name within that reference
 * @param system the reference of the first system that the entity is part of
 * @param type the kind's own type, where the spec says one
 * @param lifecycle where the spec says one
 * @param spec the texts of the spec, bounded: see {@link SpecText}
 */
public record SearchDocument(
    String ref,
    long version,
    String kind,
    String namespace,
    String name,
    String joinedName,
    int nameLength,
    @Nullable String title,
    @Nullable String description,
    List<String> tags,
    List<String> labels,
    @Nullable String owner,
    @Nullable String ownerName,
    @Nullable String system,
    @Nullable String type,
    @Nullable String lifecycle,
    @Nullable String spec) {

  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_DESCRIPTION = 20_000;

  /** The document of an entity in that version. */
  public static SearchDocument of(Entity entity, long version) {
    EntityRef ref = entity.ref();
    Optional<EntityRef> owner = target(entity, "ownedBy", "");
    return new SearchDocument(
        ref.toString(),
        version,
        ref.kind(),
        ref.namespace(),
        entity.name(),
        joined(entity.name()),
        entity.name().length(),
        shortened(entity.title(), LONGEST_TITLE),
        shortened(entity.description(), LONGEST_DESCRIPTION),
        entity.tags(),
        labels(entity),
        owner.map(EntityRef::toString).orElse(null),
        owner.map(EntityRef::name).orElse(null),
        target(entity, "partOf", "system").map(EntityRef::toString).orElse(null),
        text(entity, "type"),
        text(entity, "lifecycle"),
        SpecText.of(entity.spec()));
  }

  /** The letters and digits of a name alone, in lower case. */
  public static String joined(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    name.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private static Optional<EntityRef> target(Entity entity, String type, String kind) {
    return entity.relations().stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::target)
        .filter(target -> kind.isEmpty() || target.kind().equals(kind))
        .findFirst();
  }

  /** In order, so that one entity has one document, whatever the order of a map. */
  private static List<String> labels(Entity entity) {
    TreeSet<String> labels = new TreeSet<>();
    entity.labels().forEach((key, value) -> labels.add(key + "=" + value));
    return List.copyOf(labels);
  }

  private static @Nullable String text(Entity entity, String field) {
    return entity.spec().get(field) instanceof String text && !text.isBlank() ? text : null;
  }

  static @Nullable String shortened(@Nullable String text, int longest) {
    if (text == null || text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
