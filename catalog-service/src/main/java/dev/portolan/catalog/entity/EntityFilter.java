package dev.portolan.catalog.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entities are meant: those that every list lets through, where a list lets through what
 * equals one of its values. An absent list lets everything through, an empty one nothing.
 *
 * @param kind in any case
 * @param name in any case, as references are
 * @param ref full references, in any case
 * @param owner references; {@code group:} and the namespace {@code default} may be left out
 * @param system references; {@code system:} and the namespace {@code default} may be left out
 */
public record EntityFilter(
    @Nullable List<String> kind,
    @Nullable List<String> namespace,
    @Nullable List<String> name,
    @Nullable List<String> ref,
    @Nullable List<String> owner,
    @Nullable List<String> system,
    @Nullable List<String> type,
    @Nullable List<String> lifecycle,
    @Nullable List<String> tag,
    @Nullable List<Label> label) {

  /** Lets everything through. */
  public static final EntityFilter ALL =
      new EntityFilter(null, null, null, null, null, null, null, null, null, null);

  /**
   * A label.
   *
   * @param value null for any value
   */
  public record Label(String key, @Nullable String value) {}
}
