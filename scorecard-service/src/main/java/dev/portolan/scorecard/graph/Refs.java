package dev.portolan.scorecard.graph;

import dev.portolan.events.EntityRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of refs, small and dense: of a ref that is forgotten, the next new one gets it. A
 * hash table of ints with linear probing, since there are hundreds of thousands and a map's entries
 * would weigh as much as the graph.
 */
final class Refs {
  /** The number of no ref. */
  static final int NONE = -1;

  private static final int LEAST = 16;
  private static final int GOLDEN_RATIO = 0x9E37_79B9;

  /** Kinds and namespaces, of which each is kept once. */
  private final Map<String, String> parts;

  private @Nullable EntityRef[] refs;

  /** At a ref's slot or behind it, without a gap between: its number and 1; 0 is a gap. */
  private int[] slots;

  /** Numbers that were taken back. */
  private int[] free;

  private int freed;
  private int bound;

  Refs() {
    this(new HashMap<>(), new EntityRef[LEAST], new int[2 * LEAST], 0);
  }

  private Refs(Map<String, String> parts, @Nullable EntityRef[] refs, int[] slots, int bound) {
    this.parts = parts;
    this.refs = refs;
    this.slots = slots;
    this.bound = bound;
    this.free = new int[LEAST];
  }

  /** The same numbers, for looking them up while these go on changing. */
  Refs frozen() {
    return new Refs(Map.of(), Arrays.copyOf(refs, bound), slots.clone(), bound);
  }

  /** Above all numbers that are given. */
  int bound() {
    return bound;
  }

  /** How many are given. */
  int size() {
    return bound - freed;
  }

  /** The ref of a number; null when the number is not given. */
  @Nullable EntityRef at(int number) {
    return refs[number];
  }

  /** The number of a ref; {@link #NONE} when it has none. */
  int find(EntityRef ref) {
    return slots[slot(ref)] - 1;
  }

  /** The number of a ref, which has one from now on. */
  int give(EntityRef ref) {
    int slot = slot(ref);
    if (slots[slot] > 0) {
      return slots[slot] - 1;
    }
    int number = freed > 0 ? free[--freed] : bound++;
    if (number == refs.length) {
      refs = Arrays.copyOf(refs, grown(number));
    }
    refs[number] = new EntityRef(shared(ref.kind()), shared(ref.namespace()), ref.name());
    slots[slot] = number + 1;
    if (2 * size() > slots.length) {
      slots = new int[2 * slots.length];
      for (int each = 0; each < bound; each++) {
        EntityRef known = refs[each];
        if (known != null) {
          slots[slot(known)] = each + 1;
        }
      }
    }
    return number;
  }

  /** Takes a number back. */
  void forget(int number) {
    int gap = slot(ref(number));
    refs[number] = null;
    slots[gap] = 0;
    if (freed == free.length) {
      free = Arrays.copyOf(free, grown(freed));
    }
    free[freed++] = number;
    closeUp(gap);
  }

  /** Moves into the gap what nobody would find behind it, and so on to the next gap. */
  private void closeUp(int start) {
    int gap = start;
    int mask = slots.length - 1;
    for (int slot = (gap + 1) & mask; slots[slot] > 0; slot = (slot + 1) & mask) {
      int home = home(ref(slots[slot] - 1));
      if (((slot - home) & mask) >= ((slot - gap) & mask)) {
        slots[gap] = slots[slot];
        slots[slot] = 0;
        gap = slot;
      }
    }
  }

  /** Where the ref's number is, or the gap where it belongs. */
  private int slot(EntityRef ref) {
    int slot = home(ref);
    while (slots[slot] > 0 && !ref.equals(refs[slots[slot] - 1])) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int home(EntityRef ref) {
    return (ref.hashCode() * GOLDEN_RATIO) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  private EntityRef ref(int number) {
    return Objects.requireNonNull(refs[number]);
  }

  private String shared(String part) {
    return parts.computeIfAbsent(part, text -> text);
  }

  /** The next length of an array that has become too short. */
  static int grown(int length) {
    return length + (length >> 1) + 1;
  }
}
