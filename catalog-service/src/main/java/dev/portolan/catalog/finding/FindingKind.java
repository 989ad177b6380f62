package dev.portolan.catalog.finding;

/** What is looked for. What the weight of a finding means is said with each. */
public enum FindingKind {
  /** Entities that depend on each other in a circle; weight: how many they are. */
  CYCLE,
  /**
   * An entity without which the graph falls apart; weight: how many entities it cuts off from the
   * greatest part that remains.
   */
  SINGLE_POINT_OF_FAILURE,
  /** An entity that others depend on, at any depth; weight: how many these are. */
  BLAST_RADIUS,
  /** An entity on which nothing depends, of a kind on which others do; weight: 0. */
  NO_DEPENDENTS,
  /** An entity depends on one of a lower tier; weight: how many tiers lower. */
  DEPENDS_ON_LOWER_TIER,
  /** An entity in production depends on one that is experimental or deprecated; weight: 1. */
  DEPENDS_ON_UNSTABLE,
  /** An entity's relation leads to something that does not exist; weight: 0. */
  DANGLING_RELATION,
  /** Nobody owns the entity, nor the system or the domain around it; weight: 0. */
  NO_OWNER,
  /** Nobody owns the entity itself, but somebody the system or the domain around it; weight: 0. */
  OWNER_INHERITED,
  /** The owner that the entity names does not exist; weight: 0. */
  OWNER_MISSING,
  /** The owner exists, and there is nobody in it; weight: 0. */
  OWNER_WITHOUT_MEMBERS,
  /** An owner; weight: the entities that it owns, per person. */
  OWNER_LOAD
}
