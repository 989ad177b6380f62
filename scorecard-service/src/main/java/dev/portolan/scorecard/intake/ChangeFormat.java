package dev.portolan.scorecard.intake;

import java.time.Instant;

/** How changes of one sort are written on their topic. */
public interface ChangeFormat<C> {
  /**
   * Reads the value of a record.
   *
   * @throws UnreadableChangeException when the bytes are no change; its message is the reason
   */
  C read(byte[] value);

  /** What it is a change of; the versions of the same rise. */
  String key(C change);

  long version(C change);

  Instant committedAt(C change);
}
