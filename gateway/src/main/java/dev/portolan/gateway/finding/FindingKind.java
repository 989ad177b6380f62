package dev.portolan.gateway.finding;

/** What is looked for; the schema says what each means. */
public enum FindingKind {
  CYCLE,
  SINGLE_POINT_OF_FAILURE,
  BLAST_RADIUS,
  NO_DEPENDENTS,
  DEPENDS_ON_LOWER_TIER,
  DEPENDS_ON_UNSTABLE,
  DANGLING_RELATION,
  NO_OWNER,
  OWNER_INHERITED,
  OWNER_MISSING,
  OWNER_WITHOUT_MEMBERS,
  OWNER_LOAD
}
