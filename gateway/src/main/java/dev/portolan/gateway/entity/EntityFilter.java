package dev.portolan.gateway.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entities are meant: those that pass every condition. A list passes what equals any of its
 * values, an empty list passes nothing, and null says nothing.
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

  /** Lets every entity through. */
  public static final EntityFilter ALL =
      new EntityFilter(null, null, null, null, null, null, null, null, null, null);

  /** A label and its value. */
  public record Label(String key, String value) {}
}
