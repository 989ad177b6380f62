package dev.portolan.scorecard.intake;

import java.util.List;

/** Where the records of a batch go that cannot be applied. */
@FunctionalInterface
public interface DeadLetters {
  /** Keeps these records, with their reasons, before it returns. */
  void setAside(List<DeadLetter> letters);

  /**
   * A record that cannot be applied.
   *
   * @param position the record's place in its batch, from 0
   * @param reason completes the sentence "the record …"
   */
  record DeadLetter(int position, String reason) {}
}
