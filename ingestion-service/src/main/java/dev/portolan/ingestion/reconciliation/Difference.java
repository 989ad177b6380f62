package dev.portolan.ingestion.reconciliation;

import dev.portolan.events.Entity;
import dev.portolan.events.FieldChange;
import dev.portolan.ingestion.observation.EntityFields;
import dev.portolan.ingestion.observation.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fields in which two states of an entity differ. */
public final class Difference {
  private Difference() {}

  /**
   * Maps are compared key by key to any depth, a list is one value. A member that is there and null
   * differs from one that is not there, so that two states without a difference are equal.
   */
  public static List<FieldChange> between(Entity before, Entity after) {
    var changes = new ArrayList<FieldChange>();
    maps("", EntityFields.all(before), EntityFields.all(after), changes);
    return changes;
  }

  private static void maps(
      String path, Map<?, ?> before, Map<?, ?> after, List<FieldChange> changes) {
    var keys = new LinkedHashSet<Object>(before.keySet());
    keys.addAll(after.keySet());
    for (Object key : keys) {
      String member = Pointer.to(path, key.toString());
      Object was = before.get(key);
      Object is = after.get(key);
      if (was instanceof Map<?, ?> wasMap && is instanceof Map<?, ?> isMap) {
        maps(member, wasMap, isMap, changes);
      } else if (!Objects.equals(was, is) || before.containsKey(key) != after.containsKey(key)) {
        changes.add(new FieldChange(member, was, is));
      }
    }
  }
}
