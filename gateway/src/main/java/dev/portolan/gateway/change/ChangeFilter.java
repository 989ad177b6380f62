package dev.portolan.gateway.change;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityFilter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which changes pass a filter: those after which the entity passes it, and those before
 * which it did, because whoever follows the entities of an owner must hear of one that leaves.
 *
 * <p>A deletion tells of no state. It passes when its reference does: an event too many does no
 * harm.
 */
public final class ChangeFilter implements Predicate<EntityChanged> {
  private static final String OWNED_BY = "ownedBy";
  private static final String PART_OF = "partOf";

  private final Predicate<EntityRef> identity;
  private final Predicate<Entity> state;

  private ChangeFilter(Predicate<EntityRef> identity, Predicate<Entity> state) {
    this.identity = identity;
    this.state = state;
  }

  /**
   * Prepares a filter.
   *
   * @throws dev.portolan.events.InvalidNameException when a reference in it is none
   */
  public static ChangeFilter of(EntityFilter filter) {
    Predicate<EntityRef> identity =
        ChangeFilter.<EntityRef>anyOf(lowerCase(filter.kind()), EntityRef::kind)
            .and(anyOf(lowerCase(filter.namespace()), EntityRef::namespace))
            .and(anyOf(lowerCase(filter.name()), EntityRef::name))
            .and(anyOf(parsed(filter.ref(), EntityRef::parse), ref -> ref));
    Predicate<Entity> state =
        related(OWNED_BY, parsed(filter.owner(), text -> refOf(text, "group")))
            .and(related(PART_OF, parsed(filter.system(), text -> refOf(text, "system"))))
            .and(anyOf(set(filter.type()), entity -> entity.spec().get("type")))
            .and(anyOf(set(filter.lifecycle()), entity -> entity.spec().get("lifecycle")))
            .and(tagged(set(filter.tag())))
            .and(labelled(filter.label()));
    return new ChangeFilter(identity, state);
  }

  @Override
  public boolean test(EntityChanged event) {
    Entity entity = event.entity();
    return identity.test(event.ref())
        && (entity == null
            || state.test(entity)
            || StateBefore.of(event).filter(state).isPresent());
  }

  private static <T> Predicate<T> anyOf(
      @Nullable Set<?> values, Function<T, @Nullable Object> property) {
    return values == null ? passed -> true : thing -> isOneOf(values, property.apply(thing));
  }

  private static boolean isOneOf(Set<?> values, @Nullable Object value) {
    return value != null && values.contains(value);
  }

  private static Predicate<Entity> related(String type, @Nullable Set<EntityRef> targets) {
    return targets == null
        ? passed -> true
        : entity ->
            entity.relations().stream()
                .anyMatch(
                    relation ->
                        relation.type().equals(type) && targets.contains(relation.target()));
  }

  private static Predicate<Entity> tagged(@Nullable Set<String> tags) {
    return tags == null
        ? passed -> true
        : entity -> entity.tags().stream().anyMatch(tags::contains);
  }

  private static Predicate<Entity> labelled(@Nullable List<EntityFilter.Label> labels) {
    return labels == null
        ? passed -> true
        : entity ->
            labels.stream()
                .anyMatch(label -> label.value().equals(entity.labels().get(label.key())));
  }

  private static @Nullable Set<String> set(@Nullable List<String> values) {
    return values == null ? null : Set.copyOf(values);
  }

  private static @Nullable Set<String> lowerCase(@Nullable List<String> values) {
    return parsed(values, value -> value.toLowerCase(Locale.ROOT));
  }

  private static <T> @Nullable Set<T> parsed(
      @Nullable List<String> values, Function<String, T> parse) {
    return values == null
        ? null
        : values.stream().map(parse).collect(Collectors.toUnmodifiableSet());
  }

  private static EntityRef refOf(String text, String kind) {
    return EntityRef.parse(text, kind, EntityRef.DEFAULT_NAMESPACE);
  }
}
