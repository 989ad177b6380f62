package dev.portolan.gateway.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which entities are searched; null says nothing, an empty list passes nothing. */
public record SearchFilter(
    @Nullable List<String> kind,
    @Nullable List<String> namespace,
    @Nullable List<String> owner,
    @Nullable List<String> system,
    @Nullable List<String> type,
    @Nullable List<String> lifecycle,
    @Nullable List<String> tag) {

  /** Lets every entity through. */
  public static final SearchFilter ALL = new SearchFilter(null, null, null, null, null, null, null);
}
