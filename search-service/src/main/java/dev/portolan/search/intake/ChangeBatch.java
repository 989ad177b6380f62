package dev.portolan.search.intake;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.search.intake.DeadLetters.DeadLetter;
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
public record ChangeBatch(List<Positioned> changes, List<DeadLetter> unreadable) {

  /**
   * A change and where it stood.
   *
   * @param position the record's place in its batch, from 0
   */
  public record Positioned(int position, EntityChanged change) {}

  /** Reads the values of records; never throws for what is in them. */
  public static ChangeBatch read(List<byte @Nullable []> values) {
    List<Positioned> changes = new ArrayList<>(values.size());
    List<DeadLetter> unreadable = new ArrayList<>();
    for (int position = 0; position < values.size(); position++) {
      byte[] value = values.get(position);
      if (value != null) {
        try {
          changes.add(new Positioned(position, ChangeReader.read(value)));
        } catch (UnreadableChangeException e) {
          unreadable.add(new DeadLetter(position, String.valueOf(e.getMessage())));
        }
      }
    }
    return new ChangeBatch(changes, unreadable);
  }

  /** Of each entity the last change. */
  public List<EntityChanged> latest() {
    return latest(changes).stream().map(Positioned::change).toList();
  }

  /** Of each entity the change with the highest version, the last where versions are equal. */
  static List<Positioned> latest(List<Positioned> changes) {
    Map<EntityRef, Positioned> latest = LinkedHashMap.newLinkedHashMap(changes.size());
    for (Positioned next : changes) {
      latest.merge(
          next.change().ref(),
          next,
          (a, b) -> b.change().version() >= a.change().version() ? b : a);
    }
    return List.copyOf(latest.values());
  }
}
