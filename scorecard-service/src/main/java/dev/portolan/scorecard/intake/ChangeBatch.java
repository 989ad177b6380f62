package dev.portolan.scorecard.intake;

import dev.portolan.scorecard.intake.DeadLetters.DeadLetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one poll say.
 *
 * @param changes the readable records, in their order
 * @param unreadable the others, but for tombstones: those only tell the broker what to forget
 */
public record ChangeBatch<C>(List<Positioned<C>> changes, List<DeadLetter> unreadable) {

  /**
   * A change and where it stood.
   *
   * @param position the record's place in its batch, from 0
   */
  public record Positioned<C>(int position, C change) {}

  /** Reads the values of records; never throws for what is in them. */
  public static <C> ChangeBatch<C> read(List<byte @Nullable []> values, ChangeFormat<C> format) {
    List<Positioned<C>> changes = new ArrayList<>(values.size());
    List<DeadLetter> unreadable = new ArrayList<>();
    for (int position = 0; position < values.size(); position++) {
      byte[] value = values.get(position);
      if (value != null) {
        try {
          changes.add(new Positioned<>(position, format.read(value)));
        } catch (UnreadableChangeException e) {
          unreadable.add(new DeadLetter(position, String.valueOf(e.getMessage())));
        }
      }
    }
    return new ChangeBatch<>(changes, unreadable);
  }

  /** Of each key the change with the highest version; the others are history by now. */
  public List<C> latest(ChangeFormat<C> format) {
    Map<String, C> latest = LinkedHashMap.newLinkedHashMap(changes.size());
    for (Positioned<C> positioned : changes) {
      C change = positioned.change();
      latest.merge(
          format.key(change), change, (a, b) -> format.version(b) >= format.version(a) ? b : a);
    }
    return List.copyOf(latest.values());
  }
}
