package dev.portolan.catalog.dependency;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which domain an entity belongs to: its own, or that of the systems around it. */
public final class Domains {
  /** Systems in systems; a circle of them must end. */
  private static final int MOST_SYSTEMS = 20;

  private static final int NOT_KNOWN = -2;

  private final GraphView view;
  private final FactsTable table;

  /** For each key that is a system, the key of the domain around it. */
  private int[] ofSystems = new int[0];

  public Domains(GraphView view) {
    this.view = view;
    this.table = view.table();
  }

  /** The reference of the domain around a node; null when there is none, or no such entity. */
  public @Nullable String around(int node) {
    int facts = view.factsNumber(node);
    int key = facts == GraphView.NONE ? GraphView.NONE : key(facts);
    return key == GraphView.NONE ? null : table.key(key);
  }

  /** The key of the domain of those facts; {@link GraphView#NONE} when there is none. */
  int key(int facts) {
    return key(facts, MOST_SYSTEMS);
  }

  private int key(int facts, int more) {
    int own = table.ownKeys(RollUp.DOMAIN)[facts] - 1;
    int system = table.ownKeys(RollUp.SYSTEM)[facts] - 1;
    return own >= 0 || system < 0 || more == 0 ? own : ofSystem(system, more);
  }

  private int ofSystem(int system, int more) {
    if (system >= ofSystems.length) {
      int known = ofSystems.length;
      ofSystems = Arrays.copyOf(ofSystems, Math.max(system + 1, table.keyCount()));
      Arrays.fill(ofSystems, known, ofSystems.length, NOT_KNOWN);
    }
    if (ofSystems[system] == NOT_KNOWN) {
      int node = view.nodeOfKey(system);
      int facts = node == GraphView.NONE ? GraphView.NONE : view.factsNumber(node);
      int domain = facts == GraphView.NONE ? GraphView.NONE : key(facts, more - 1);
      ofSystems[system] = domain;
    }
    return ofSystems[system];
  }
}
