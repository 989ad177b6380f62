package dev.portolan.catalog.entity;

import java.util.List;

/** How many entities there are. */
public record EntityCounts(long entities, List<KindCount> byKind) {
  /** How many there are of a kind. */
  public record KindCount(String key, long count) {}
}
