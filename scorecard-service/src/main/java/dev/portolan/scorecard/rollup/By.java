package dev.portolan.scorecard.rollup;

/** To whom entities are counted. */
public enum By {
  /** To the groups that own them, and the groups above these. */
  OWNER("ownedBy", "childOf"),
  /** To the systems of which they are part, and the domains above these. */
  SYSTEM("partOf", "partOf");

  private final String relation;
  private final String parent;

  By(String relation, String parent) {
    this.relation = relation;
    this.parent = parent;
  }

  /** The relation from an entity to whom it belongs. */
  public String relation() {
    return relation;
  }

  /** The relation from there to what is above it. */
  public String parent() {
    return parent;
  }
}
