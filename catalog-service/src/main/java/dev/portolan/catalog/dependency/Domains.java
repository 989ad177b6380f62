package dev.portolan.catalog.dependency;

import dev.portolan.catalog.projection.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which domain an entity belongs to: its own, or that of the systems around it. */
public final class Domains {
  /** Systems in systems; a circle of them must end. */
  private static final int MOST_SYSTEMS = 20;

  private final GraphView view;
  private final Map<String, Optional<String>> ofSystems = new HashMap<>();

  public Domains(GraphView view) {
    this.view = view;
  }

  /** The reference of the domain; null when there is none. */
  public @Nullable String around(Facts facts) {
    return of(facts, MOST_SYSTEMS).orElse(null);
  }

  private Optional<String> of(Facts facts, int more) {
    String system = facts.system();
    if (facts.domain() != null || system == null || more == 0) {
      return Optional.ofNullable(facts.domain());
    }
    Optional<String> known = ofSystems.get(system);
    if (known == null) {
      Facts around = view.factsAt(system);
      known = around == null ? Optional.empty() : of(around, more - 1);
      ofSystems.put(system, known);
    }
    return known;
  }
}
