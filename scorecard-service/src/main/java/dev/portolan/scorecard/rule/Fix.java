package dev.portolan.scorecard.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to make a rule hold.
 *
 * @param text in words
 * @param links where to read more
 */
public record Fix(@Nullable String text, List<FixLink> links) {
  /** An address, and what a person reads instead of it. */
  public record FixLink(String title, String url) {}
}
