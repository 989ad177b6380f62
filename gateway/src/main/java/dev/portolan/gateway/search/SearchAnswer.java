package dev.portolan.gateway.search;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits.
 *
 * @param didYouMean what was perhaps meant; null where the words are found as they were typed
 * @param stale true when the index is older than the versions that were asked for
 * @param partial true when the index ran out of time, so that hits, total and counts may be too few
 */
public record SearchAnswer(
    int total,
    List<Hit> hits,
    List<Facet> facets,
    @Nullable String endCursor,
    boolean hasNextPage,
    @Nullable String didYouMean,
    boolean stale,
    boolean partial) {

  /** An entity that was found; a higher score is better, and the explanation says why. */
  public record Hit(
      EntityRef ref, double score, List<Highlight> highlights, List<String> explanation) {}

  /** Where the text was found; the section is of a page. */
  public record Highlight(String field, List<String> fragments, @Nullable Section section) {}

  /** A part of a page, which a link reaches by its anchor. */
  public record Section(String heading, String anchor) {}

  /** How the hits are spread over the values of a field. */
  public record Facet(String field, List<Bucket> buckets) {}

  /** How many hits have a value. */
  public record Bucket(String key, int count) {}

  public Slice<Hit> slice() {
    return new Slice<>(total, hits, endCursor, hasNextPage);
  }
}
