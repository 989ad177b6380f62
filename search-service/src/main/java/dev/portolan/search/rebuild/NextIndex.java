package dev.portolan.search.rebuild;

import dev.portolan.search.indexing.HeldVersions;
import dev.portolan.search.intake.Projection;
import java.util.Map;
import java.util.Set;

/**
 * The index that is built beside the live one, of today's definition. {@link #prepare} finds the
 * one that a rebuild left unfinished, or makes one. It may be built by several instances at once:
 * they write the same.
 */
public interface NextIndex extends Projection, HeldVersions {
  /** Whether the live index is of another definition: then it may refuse today's documents. */
  boolean isDue();

  /** How far each partition of the topic is in this index for certain; none is at its beginning. */
  Map<Integer, Long> reached();

  /** Remembers that all before these offsets is in this index. */
  void keep(Map<Integer, Long> offsets);

  /**
   * Lets this index take the live one's place, in one step.
   *
   * @param partitions of which it has everything from their beginning on
   */
  void takeOver(Set<Integer> partitions);

  /** Removes the indices before this one. Whoever still reads them fails. */
  void removeEarlier();
}
