package dev.portolan.scorecard.rollup.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.rollup.By;
import dev.portolan.scorecard.rollup.Placed;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds how entities stand and to whom they belong. */
@Component
public class Placements {
  private static final String STANDINGS =
      """
      SELECT r.entity, r.level, r.points, r.possible, e.relations
        FROM result r JOIN entity e ON e.ref = r.entity
       WHERE r.scorecard = ? AND r.rules IS NOT NULL
      """;

  /** Groups, systems and domains are few among entities: those that have a parent. */
  private static final String PARENTS =
      """
      SELECT ref, relations FROM entity
       WHERE state IS NOT NULL AND (ref LIKE 'group:%' OR ref LIKE 'system:%' OR ref LIKE 'domain:%')
      """;

  private final JdbcTemplate jdbc;

  Placements(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** How all stand by a scorecard. */
  public List<Placed> of(EntityRef scorecard, By by) {
    return jdbc.query(
        STANDINGS,
        (row, _) ->
            new Placed(
                row.getString("entity"),
                row.getString("level"),
                row.getInt("points"),
                row.getInt("possible"),
                targets(row, by.relation())),
        scorecard.toString());
  }

  /** By those to whom something belongs directly, the entities that some scorecard is for. */
  public Map<String, List<String>> owned(By by) {
    Map<String, List<String>> owned = new HashMap<>();
    jdbc.query(
        """
        SELECT ref, relations FROM entity e
         WHERE state IS NOT NULL
           AND EXISTS (SELECT 1 FROM result r WHERE r.entity = e.ref AND r.rules IS NOT NULL)
        """,
        row -> {
          for (String place : targets(row, by.relation())) {
            owned.computeIfAbsent(place, _ -> new ArrayList<>()).add(row.getString("ref"));
          }
        });
    return owned;
  }

  /** Of each group, system and domain those directly above it. */
  public Map<String, List<String>> parents(By by) {
    Map<String, List<String>> parents = new HashMap<>();
    jdbc.query(
        PARENTS,
        row -> {
          parents.put(row.getString("ref"), targets(row, by.parent()));
        });
    return parents;
  }

  private static List<String> targets(ResultSet row, String relation) throws SQLException {
    Array array = row.getArray("relations");
    List<String> targets = new ArrayList<>();
    for (Object each : (Object[]) array.getArray()) {
      String text = String.valueOf(each);
      if (text.startsWith(relation + ">")) {
        targets.add(text.substring(relation.length() + 1));
      }
    }
    return targets;
  }
}
