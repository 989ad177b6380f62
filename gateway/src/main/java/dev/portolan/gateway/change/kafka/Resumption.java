package dev.portolan.gateway.change.kafka;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.change.ChangeCursor;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a subscription can go on at a cursor with nothing left out. */
final class Resumption {
  private Resumption() {}

  /**
   * What a partition holds.
   *
   * @param complete from this offset on no record has been compacted away
   * @param end the offset that the next record will have
   */
  record Held(long complete, long end) {}

  /**
   * The offsets at which to go on.
   *
   * @throws CodedException when some of the changes behind the cursor may be gone
   */
  static List<Long> offsets(ChangeCursor cursor, long topic, List<Held> partitions) {
    if (cursor.topic() != topic) {
      throw expired("it was given for a topic that has been made anew since");
    }
    if (cursor.next().size() > partitions.size()) {
      throw expired("it has more partitions than the topic");
    }
    List<Long> offsets = new ArrayList<>();
    for (int partition = 0; partition < partitions.size(); partition++) {
      // A partition that the cursor does not know was added later: all of it is news.
      long next = partition < cursor.next().size() ? cursor.next().get(partition) : 0;
      offsets.add(checked(next, partitions.get(partition)));
    }
    return offsets;
  }

  private static long checked(long next, Held held) {
    if (next > held.end()) {
      throw expired("it lies behind the end of the topic, which has lost records");
    }
    if (next < held.complete()) {
      throw expired("it is so old that changes behind it may have been compacted away");
    }
    return next;
  }

  static CodedException expired(String why) {
    return new CodedException(
        ErrorCode.CURSOR_EXPIRED,
        "The cursor cannot be used any more: "
            + why
            + ". Read the entities anew, and subscribe behind `changesCursor`.");
  }
}
