package dev.portolan.catalog.projection.neo4j;

import dev.portolan.events.RelationType.Trouble;
import dev.portolan.events.RelationTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;

/**
 * Which way kinds say that trouble travels along types of relations: a property of their nodes, so
 * that no question reads whole definitions.
 */
public final class KindTrouble {
  static final String PROPERTY = "trouble";

  private static final String ALL =
      """
      MATCH (n:Entity) WHERE n.kindKey = 'kind' AND n.ref > '' AND n.trouble IS NOT NULL
      RETURN n.ref AS ref, n.trouble AS trouble
      """;

  private KindTrouble() {}

  /** What one kind says, each type in one text: {@code mooredAt|toSource}. */
  static List<String> texts(Map<String, Trouble> said) {
    return said.entrySet().stream()
        .map(type -> type.getKey() + "|" + type.getValue().word())
        .sorted()
        .toList();
  }

  /** What all kinds of a graph say. */
  public static RelationTypes read(SimpleQueryRunner graph) {
    RelationTypes types = RelationTypes.BUILT_IN;
    for (Record row : graph.run(ALL).list()) {
      types = types.with(row.get("ref").asString(), said(row.get("trouble")));
    }
    return types;
  }

  private static Map<String, Trouble> said(Value texts) {
    Map<String, Trouble> said = new HashMap<>();
    for (String text : texts.asList(Value::asString)) {
      int bar = text.lastIndexOf('|');
      Trouble.of(text.substring(bar + 1))
          .ifPresent(trouble -> said.put(text.substring(0, bar), trouble));
    }
    return said;
  }
}
