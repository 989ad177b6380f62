package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.intake.Stretch;
import dev.portolan.catalog.neo4j.Generation;
import dev.portolan.catalog.neo4j.LiveGeneration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;

/**
 * The one node that every writer locks before it reads, so that writers go one after the other and
 * all that they read is committed. It counts the writes, and knows how far each partition of the
 * topic was given to this store.
 */
public final class WriterNode {
  static final String CONSTRAINT =
      "CREATE CONSTRAINT writer IF NOT EXISTS FOR (w:Writer) REQUIRE w.name IS UNIQUE";

  private static final String NAME = LiveGeneration.WRITER;
  private static final String TURN = "turn";

  /** The first SET takes the lock; what is read after it, no other writer can change. */
  private static final String TAKE =
      """
      MERGE (w:Writer {name: $name})
      SET w.locked = true
      WITH w
      SET w.turn = coalesce(w.turn, 0) + 1
      RETURN properties(w)
      """;

  private static final String READ = "MATCH (w:Writer {name: $name}) RETURN properties(w)";

  private static final String PUT_LIVE =
      "MATCH (w:Writer {name: $name}) SET w.%s = $generation".formatted(LiveGeneration.PROPERTY);

  private static final String LEAVE = "MATCH (w:Writer {name: $name}) SET w += $positions";

  private WriterNode() {}

  /**
   * A writer's turn: no other writer writes until its transaction ends.
   *
   * @param number one more than that of the write before
   * @param reached how far each partition was given
   * @param live the generation to write to
   */
  public record Turn(long number, Map<String, Long> reached, Generation live) {

    /** Whether the store lacks something of that partition before the stretch. */
    boolean lacks(Stretch stretch) {
      Long there = reached.get(stretch.partition());
      return there == null || there < stretch.from();
    }

    /** How far the partitions have got with these stretches, where that is farther. */
    Map<String, Long> advanced(List<Stretch> stretches) {
      Map<String, Long> advanced = new HashMap<>();
      for (Stretch stretch : stretches) {
        if (reached.getOrDefault(stretch.partition(), 0L) < stretch.next()) {
          advanced.put(stretch.partition(), stretch.next());
        }
      }
      return advanced;
    }
  }

  /** Waits for the turn. */
  public static Turn take(SimpleQueryRunner transaction) {
    return turn(transaction.run(TAKE, Map.of("name", NAME)).single());
  }

  /** Keeps positions, to be committed with what was written. */
  static void leave(SimpleQueryRunner transaction, Map<String, Long> positions) {
    if (!positions.isEmpty()) {
      transaction.run(LEAVE, Map.of("name", NAME, "positions", positions)).consume();
    }
  }

  /** From the commit on, another generation is live. */
  public static void putLive(SimpleQueryRunner transaction, Generation generation) {
    transaction.run(PUT_LIVE, Map.of("name", NAME, "generation", generation.name())).consume();
  }

  /** How far each partition was given. */
  public static Map<String, Long> reached(SimpleQueryRunner transaction) {
    List<Record> rows = transaction.run(READ, Map.of("name", NAME)).list();
    return rows.isEmpty() ? Map.of() : turn(rows.getFirst()).reached();
  }

  /**
   * Keeps all writers waiting until the transaction ends, which must not be committed.
   *
   * @return the turn that is kept from them: the last write had the number before
   */
  public static Turn keepWaiting(SimpleQueryRunner transaction) {
    return take(transaction);
  }

  private static Turn turn(Record row) {
    Map<String, Object> properties = row.get(0).asMap();
    Map<String, Long> reached = new HashMap<>();
    properties.forEach(
        (name, value) -> {
          if (value instanceof Long position && !name.equals(TURN)) {
            reached.put(name, position);
          }
        });
    return new Turn(
        properties.get(TURN) instanceof Long turn ? turn : 0,
        reached,
        LiveGeneration.of(properties.get(LiveGeneration.PROPERTY)));
  }
}
