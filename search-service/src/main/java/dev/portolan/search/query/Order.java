package dev.portolan.search.query;

/** The order of hits. */
public enum Order {
  /** The best first; without words by name. */
  RELEVANCE,
  /** By name, from a to z. */
  NAME,
  /** The most recently changed first. */
  UPDATED
}
