package dev.portolan.catalog.dependency;

import dev.portolan.catalog.projection.Facts;
import dev.portolan.events.EntityRef;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which of the entities that are reached are counted and named: those that every list lets through,
 * where a list lets through what equals one of its values. An absent list lets everything through.
 * Trouble goes through an entity whether it is counted or not.
 *
 * @param kind in any case
 * @param owner references; {@code group:} and the namespace {@code default} may be left out
 * @param system references; {@code system:} and the namespace {@code default} may be left out
 * @param domain references; {@code domain:} and the namespace {@code default} may be left out
 * @param tag of which an entity has at least one
 */
public record ImpactFilter(
    @Nullable List<String> kind,
    @Nullable List<String> owner,
    @Nullable List<String> system,
    @Nullable List<String> domain,
    @Nullable List<String> tier,
    @Nullable List<String> lifecycle,
    @Nullable List<String> tag) {

  /** Lets everything through. */
  public static final ImpactFilter ALL = new ImpactFilter(null, null, null, null, null, null, null);

  /**
   * The same filter with kinds and references in the form in which they are compared.
   *
   * @throws IllegalArgumentException when one is no reference
   */
  public ImpactFilter canonical() {
    return new ImpactFilter(
        each(kind, text -> text.toLowerCase(Locale.ROOT)),
        each(owner, text -> ref(text, "group")),
        each(system, text -> ref(text, "system")),
        each(domain, text -> ref(text, "domain")),
        tier,
        lifecycle,
        tag);
  }

  /** Whether it lets also that through of which nothing is known but its reference. */
  boolean letsAllThrough() {
    return equals(ALL);
  }

  /**
   * Whether it lets such an entity through.
   *
   * @param domainAround the domain that the entity is part of by itself or by its system
   */
  public boolean letsThrough(Facts facts, @Nullable String domainAround) {
    return has(kind, facts.kind().toLowerCase(Locale.ROOT))
        && has(owner, facts.owner())
        && has(system, facts.system())
        && has(domain, domainAround)
        && has(tier, facts.tier())
        && has(lifecycle, facts.lifecycle())
        && (tag == null || facts.tags().stream().anyMatch(tag::contains));
  }

  private static boolean has(@Nullable List<String> values, @Nullable String value) {
    return values == null || (value != null && values.contains(value));
  }

  private static @Nullable List<String> each(
      @Nullable List<String> values, UnaryOperator<String> canonical) {
    return values == null ? null : values.stream().map(canonical).distinct().toList();
  }

  private static String ref(String text, String kind) {
    return EntityRef.parse(text, kind, EntityRef.DEFAULT_NAMESPACE).toString();
  }
}
