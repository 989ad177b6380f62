package dev.portolan.gateway.search;

import dev.portolan.gateway.entity.RefVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of the hits for which text. */
public record SearchQuestion(
    String text,
    SearchFilter filter,
    SearchOrder orderBy,
    int first,
    @Nullable String after,
    List<RefVersion> minVersion,
    @Nullable String viewer,
    boolean explain) {

  /** The same question among what another text finds. */
  public SearchQuestion under(String other) {
    return new SearchQuestion(
        other + " " + text, filter, orderBy, first, after, minVersion, viewer, explain);
  }
}
