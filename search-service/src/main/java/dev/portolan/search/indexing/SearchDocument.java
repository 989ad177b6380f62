package dev.portolan.search.indexing;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * @param joinedWords each two and three words of the name that follow one another, as one
 * @param nameLength in characters; of two hits that match alike the shorter name comes first
 * @param title what a person reads in place of the name; of a user or group its display name
 * @param description its first 20,000 characters
 * @param tags single words
 * @param labels as {@code key=value}
 * @param owner the reference of the first owner
 * @param ownerName the name within that reference
 * @param system the reference of the first system that the entity is part of
 * @param type the kind's own type, where the spec says one
 * @param lifecycle where the spec says one
 * @param spec the texts of the spec, bounded: see {@link SpecText}
 * @param content what an API's definition offers, or what a page says: see {@link ApiText} and
 *     {@link PageText}
 * @param sections of a page, in order
 * @param aliases other names, as written
 * @param annotations their values, such as a repository or a project's key elsewhere
 * @param dependsOn the references of what it is in trouble with, directly
 * @param memberships of a user its groups, of a group its members, by reference
 * @param has the keys of its {@link Trait}s
 * @param updated when this version was committed
 */
public record SearchDocument(
    String ref,
    long version,
    String kind,
    String namespace,
    String name,
    String joinedName,
    List<String> joinedWords,
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
    @Nullable String spec,
    @Nullable String content,
    List<PageText.Section> sections,
    List<String> aliases,
    List<String> annotations,
    List<String> dependsOn,
    List<String> memberships,
    List<String> has,
    Instant updated) {

  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_DESCRIPTION = 20_000;
  private static final int MOST_ALIASES = 50;
  private static final int MOST_ANNOTATIONS = 100;
  private static final int MOST_JOINED = 50;
  private static final Pattern WORD_ENDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Set<String> MEMBERSHIPS = Set.of("memberOf", "hasMember");
  private static final Set<String> IN_TROUBLE_WITH =
      RelationType.builtIn().stream()
          .filter(type -> type.trouble() == RelationType.Trouble.TO_SOURCE)
          .map(RelationType::name)
          .collect(Collectors.toSet());
  private static final String DEFINITION = "definition";
  private static final String MARKDOWN = "text";

  /** Takes what an index of an earlier definition does not have for empty. */
  public SearchDocument {
    joinedWords = orEmpty(joinedWords);
    tags = orEmpty(tags);
    labels = orEmpty(labels);
    sections = orEmpty(sections);
    aliases = orEmpty(aliases);
    annotations = orEmpty(annotations);
    dependsOn = orEmpty(dependsOn);
    memberships = orEmpty(memberships);
    has = orEmpty(has);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  /** The document of what that change made of an entity, which it did not delete. */
  public static SearchDocument of(Entity entity, EntityChanged change) {
    EntityRef ref = entity.ref();
    Optional<EntityRef> owner = target(entity, "ownedBy", "");
    String operations = operations(entity);
    PageText page = page(entity);
    return new SearchDocument(
        ref.toString(),
        change.version(),
        ref.kind(),
        ref.namespace(),
        entity.name(),
        joined(entity.name()),
        joinedWords(entity.name()),
        entity.name().length(),
        shortened(title(entity), LONGEST_TITLE),
        shortened(entity.description(), LONGEST_DESCRIPTION),
        entity.tags(),
        labels(entity),
        owner.map(EntityRef::toString).orElse(null),
        owner.map(EntityRef::name).orElse(null),
        target(entity, "partOf", "system").map(EntityRef::toString).orElse(null),
        text(entity, "type"),
        text(entity, "lifecycle"),
        SpecText.of(remainder(entity, operations, page)),
        page == null ? shortened(operations, LONGEST_DESCRIPTION) : page.text(),
        page == null ? List.of() : page.sections(),
        aliases(entity),
        annotations(entity),
        targets(entity, IN_TROUBLE_WITH),
        targets(entity, MEMBERSHIPS),
        Trait.of(entity),
        change.committedAt());
  }

  /** The letters and digits of a name alone, in lower case. */
  public static String joined(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    name.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private static List<String> joinedWords(String name) {
    List<String> words =
        Arrays.stream(WORD_ENDS.split(name))
            .map(SearchDocument::joined)
            .filter(w -> !w.isEmpty())
            .toList();
    List<String> joined = new ArrayList<>();
    for (int length = 2; length <= 3; length++) {
      for (int from = 0; from + length <= words.size() && joined.size() < MOST_JOINED; from++) {
        joined.add(String.join("", words.subList(from, from + length)));
      }
    }
    return joined;
  }

  private static Optional<EntityRef> target(Entity entity, String type, String kind) {
    return entity.relations().stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::target)
        .filter(target -> kind.isEmpty() || target.kind().equals(kind))
        .findFirst();
  }

  private static List<String> targets(Entity entity, Set<String> types) {
    return entity.relations().stream()
        .filter(relation -> types.contains(relation.type()))
        .map(relation -> relation.target().toString())
        .distinct()
        .toList();
  }

  /** In order, so that one entity has one document, whatever the order of a map. */
  private static List<String> labels(Entity entity) {
    TreeSet<String> labels = new TreeSet<>();
    entity.labels().forEach((key, value) -> labels.add(key + "=" + value));
    return List.copyOf(labels);
  }

  private static @Nullable String title(Entity entity) {
    if (entity.title() == null
        && entity.spec().get("profile") instanceof Map<?, ?> profile
        && profile.get("displayName") instanceof String name) {
      return name;
    }
    return entity.title();
  }

  private static @Nullable String operations(Entity entity) {
    return entity.spec().get(DEFINITION) instanceof String text ? ApiText.of(text) : null;
  }

  private static @Nullable PageText page(Entity entity) {
    return target(entity, "documents", "").isPresent()
            && entity.spec().get(MARKDOWN) instanceof String text
        ? PageText.of(text)
        : null;
  }

  /** The spec without what is content. */
  private static Map<String, @Nullable Object> remainder(
      Entity entity, @Nullable String operations, @Nullable PageText page) {
    Map<String, @Nullable Object> spec = new LinkedHashMap<>(entity.spec());
    if (operations != null) {
      spec.remove(DEFINITION);
    }
    if (page != null) {
      spec.remove(MARKDOWN);
    }
    return spec;
  }

  private static List<String> aliases(Entity entity) {
    return entity.spec().get("aliases") instanceof List<?> aliases
        ? aliases.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .limit(MOST_ALIASES)
            .toList()
        : List.of();
  }

  private static List<String> annotations(Entity entity) {
    return new TreeMap<>(entity.annotations())
        .values().stream()
            .map(value -> String.valueOf(shortened(value, LONGEST_TITLE)))
            .limit(MOST_ANNOTATIONS)
            .toList();
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
