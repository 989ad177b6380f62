package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import java.util.Collection;
import org.springframework.jdbc.support.SqlArrayValue;

/** References as a parameter of a statement. */
public final class Refs {
  private Refs() {}

  /** An array for {@code = any(?)} and {@code unnest(?)}. */
  public static SqlArrayValue array(Collection<EntityRef> refs) {
    return new SqlArrayValue(
        "text", (Object[]) refs.stream().map(EntityRef::toString).toArray(String[]::new));
  }
}
