package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.rule.Facts;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The entities that were looked at around others last.
 *
 * <p>A few are around very many: a team around all that it owns, a library around all that use it.
 * What is remembered is taken only while its version is still the one that is held, so an answer is
 * never older than the transaction that asks.
 */
@Component
class RememberedEntities {
  /** With {@link #LONGEST}, some 50 MB of facts for an organisation such as Debian. */
  private static final int MOST = 20_000;

  /** In characters of the state: a few very large entities must not take the memory of all. */
  private static final int LONGEST = 4_000;

  private final EntityTable entities;
  private final Map<EntityRef, Facts> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EntityRef, Facts> eldest) {
          return size() > MOST;
        }
      };

  RememberedEntities(EntityTable entities) {
    this.entities = entities;
  }

  /** Those of the entities that exist. */
  Map<EntityRef, Facts> existing(Collection<EntityRef> refs) {
    Map<EntityRef, Facts> known = HashMap.newHashMap(refs.size());
    synchronized (remembered) {
      for (EntityRef ref : refs) {
        Facts facts = remembered.get(ref);
        if (facts != null) {
          known.put(ref, facts);
        }
      }
    }
    Map<EntityRef, Facts> existing = HashMap.newHashMap(refs.size());
    Map<EntityRef, Facts> read = new HashMap<>();
    entities.eachExisting(
        refs,
        known,
        (facts, length) -> {
          existing.put(facts.ref(), facts);
          if (length > 0 && length <= LONGEST) {
            read.put(facts.ref(), facts);
          }
        });
    synchronized (remembered) {
      remembered.putAll(read);
    }
    return existing;
  }
}
