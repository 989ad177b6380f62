package dev.portolan.ingestion.adapter;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What another system says has happened. */
public sealed interface News {

  /**
   * A branch of a repository has other commits.
   *
   * @param repositories the addresses of the repository
   * @param branch whose
   * @param standard the branch that is taken when none is named; null when it was not said
   */
  record Push(Set<String> repositories, String branch, @Nullable String standard) implements News {}

  /**
   * Something else.
   *
   * @param what as the other system calls it
   */
  record Other(String what) implements News {}

  /** Something that is not described in words that are understood here. */
  record Unknown() implements News {}
}
