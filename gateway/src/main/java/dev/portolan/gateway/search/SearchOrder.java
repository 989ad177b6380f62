package dev.portolan.gateway.search;

/** The order of hits. */
public enum SearchOrder {
  RELEVANCE,
  NAME,
  UPDATED
}
