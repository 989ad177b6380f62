package dev.portolan.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total all that match, exact
 * @param hits a page of them, the best first
 * @param facets of all that match, by their values
 * @param endCursor where the next page begins; null without hits
 * @param hasNextPage whether there is one
 * @param didYouMean what was perhaps meant; null where the words are found as they were typed
 * @param stale whether a version that the caller wanted to see may be missing
 * @param partial whether the index ran out of time, so that hits, total and counts may be too few
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    List<Facet> facets,
    @Nullable String endCursor,
    boolean hasNextPage,
    @Nullable String didYouMean,
    boolean stale,
    boolean partial) {

  /**
   * An entity that matches.
   *
   * @param ref the entity
   * @param score the higher the better; comparable within one search only
   * @param highlights where it matches
   * @param explanation why it has its score, in words; empty unless that was asked for
   */
  public record Hit(
      String ref, double score, List<Highlight> highlights, List<String> explanation) {}

  /**
   * A field that matches.
   *
   * @param field such as {@code description}
   * @param fragments pieces of it as HTML: the text is escaped, what matches stands in {@code <em>}
   * @param section of a page, from which the fragments are; null elsewhere, and before the page's
   *     first heading
   */
  public record Highlight(String field, List<String> fragments, @Nullable Section section) {

    /** A field that has no sections. */
    public Highlight(String field, List<String> fragments) {
      this(field, fragments, null);
    }
  }

  /**
   * A part of a page.
   *
   * @param heading as plain text
   * @param anchor of the heading, for a link: {@code when-it-breaks}
   */
  public record Section(String heading, String anchor) {}

  /**
   * How many of all that match have each value of a field. The field's own filter does not narrow
   * its counts, so that they tell what another choice would find.
   *
   * @param field such as {@code kind}
   * @param buckets the most frequent values first
   * @param others how many have values beyond these
   */
  public record Facet(String field, List<Bucket> buckets, long others) {}

  /**
   * A value and how many have it.
   *
   * @param key the value, as a filter takes it
   * @param count how many
   */
  public record Bucket(String key, long count) {}
}
