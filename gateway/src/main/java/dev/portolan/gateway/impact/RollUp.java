package dev.portolan.gateway.impact;

/** What the entities of an impact are counted by. */
public enum RollUp {
  KIND("byKind"),
  OWNER("byOwner"),
  SYSTEM("bySystem"),
  DOMAIN("byDomain"),
  TIER("byTier"),
  LIFECYCLE("byLifecycle");

  private final String field;

  RollUp(String field) {
    this.field = field;
  }

  /** The field of GraphQL that shows it. */
  public String field() {
    return field;
  }
}
