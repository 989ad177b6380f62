package dev.portolan.scorecard.rule;

/** Where a scorecard is in its life. */
public enum Stage {
  /** Entities are not held against it yet; a dry run tells how they would stand. */
  DRAFT,
  /** Entities are held against it. */
  PUBLISHED,
  /** They are no more; its definition stays to be read. */
  ARCHIVED
}
