package dev.portolan.gateway.impact;

import java.util.List;
import java.util.Map;

/** An impact that was counted by what was asked for. */
public interface RolledUp {

  /** How many entities there are of a key. */
  record KeyCount(String key, int count) {}

  /**
   * How many entities have which key.
   *
   * @param distinct how many keys there are
   * @param counts the most frequent first, at least as many as were asked for
   */
  record Counts(int distinct, List<KeyCount> counts) {}

  /** The roll-ups that were asked for. */
  Map<RollUp, Counts> by();
}
