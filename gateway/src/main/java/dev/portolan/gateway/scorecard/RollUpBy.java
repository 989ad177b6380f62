package dev.portolan.gateway.scorecard;

/** To whom entities are counted. */
public enum RollUpBy {
  /** To the groups that own them, and the groups above these. */
  OWNER,
  /** To the systems of which they are part, and the domains above these. */
  SYSTEM
}
