package dev.portolan.scorecard.result;

import java.util.List;

/** Where changed results are told of. */
@FunctionalInterface
public interface Announcements {
  /** Tells of them in the transaction that changes them: both come true or neither does. */
  void announce(List<Result> changed);
}
