package dev.portolan.catalog.relation.neo4j;

import dev.portolan.catalog.neo4j.Reads;
import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.relation.InverseNames;
import dev.portolan.catalog.relation.RelationPage;
import dev.portolan.catalog.relation.RelationPage.Related;
import dev.portolan.catalog.relation.RelationQuestion;
import dev.portolan.catalog.relation.RelationQuestion.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Answers many questions about relations in one query. */
@Component
public final class Neo4jRelations {
  /** All relations that fit, of a node {@code n} and a question {@code q}. */
  private static final String FITTING =
      """
        CALL (n, q) {
          MATCH (n)-[r]->(other) WHERE q.outgoing AND (q.type IS NULL OR type(r) = q.type)
          RETURN type(r) AS type, other, 'OUT' AS direction, r
          UNION ALL
          MATCH (n)<-[r]-(other) WHERE q.incoming AND (q.type IS NULL OR type(r) = q.type)
          RETURN coalesce($inverses[type(r)], type(r)) AS type, other, 'IN' AS direction, r
        }
      """;

  private static final String PAGES =
      """
      UNWIND $questions AS q
      MATCH (n:Ref {ref: q.ref})
      CALL (n, q) {
      %s
        RETURN count(*) AS total
      }
      CALL (n, q) {
      %s
        WITH q, type, other, direction, r
        WHERE type > q.afterType OR (type = q.afterType AND (other.ref > q.afterRef
          OR (other.ref = q.afterRef AND direction > q.afterDirection)))
        ORDER BY type, other.ref, direction
        LIMIT $limit
        RETURN collect([type, other.ref, direction, NOT other:Entity, r.attributes,
          r.targetAttributes]) AS page
      }
      RETURN q.index AS index, total, page
      """
          .formatted(FITTING, FITTING);

  private final Reads reads;

  Neo4jRelations(Reads reads) {
    this.reads = reads;
  }

  /** The answers, in the order of the questions. */
  public List<RelationPage> pages(List<RelationQuestion> questions) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    List<RelationPage> pages = new ArrayList<>();
    int limit = 1;
    for (RelationQuestion question : questions) {
      rows.add(row(rows.size(), question));
      pages.add(new RelationPage(question.ref(), 0, List.of(), null, false));
      limit = Math.max(limit, question.first() + 1);
    }
    Map<String, Object> parameters =
        Map.of("questions", rows, "inverses", InverseNames.OF_STORED, "limit", limit);
    for (Record row : reads.ask(PAGES, parameters, Result::list)) {
      int index = row.get("index").asInt();
      pages.set(index, page(questions.get(index), row));
    }
    return pages;
  }

  private static Map<String, @Nullable Object> row(int index, RelationQuestion question) {
    List<String> after = question.afterKeys();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("index", index);
    row.put("ref", question.ref());
    row.put("type", question.storedType());
    row.put("outgoing", question.outgoing());
    row.put("incoming", question.incoming());
    row.put("afterType", after.get(0));
    row.put("afterRef", after.get(1));
    row.put("afterDirection", after.get(2));
    return row;
  }

  private static RelationPage page(RelationQuestion question, Record row) {
    List<Related> all = row.get("page").asList(Neo4jRelations::related);
    List<Related> page = all.subList(0, Math.min(question.first(), all.size()));
    return new RelationPage(
        question.ref(),
        row.get("total").asLong(),
        page,
        page.isEmpty() ? null : RelationQuestion.behind(page.getLast()),
        all.size() > page.size());
  }

  private static Related related(Value value) {
    Declarations declarations =
        new Declarations(value.get(4).asString(null), value.get(5).asString(null));
    return new Related(
        value.get(0).asString(),
        value.get(1).asString(),
        Direction.valueOf(value.get(2).asString()),
        value.get(3).asBoolean(),
        declarations.attributes());
  }
}
