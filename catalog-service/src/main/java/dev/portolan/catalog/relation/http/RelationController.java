package dev.portolan.catalog.relation.http;

import dev.portolan.catalog.dependency.past.PastGraphs;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.Cursor;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.catalog.relation.RelationPage;
import dev.portolan.catalog.relation.RelationQuestion;
import dev.portolan.catalog.relation.RelationQuestion.Direction;
import dev.portolan.catalog.relation.RelationsOfGraph;
import dev.portolan.catalog.relation.neo4j.Neo4jRelations;
import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The relations of many entities at once. */
@RestController
class RelationController {
  private static final int PAGE = 100;

  /** The most relations that one batch may ask for, over all its questions. */
  private static final int MOST = 100_000;

  private final Neo4jRelations relations;
  private final PastGraphs past;

  RelationController(Neo4jRelations relations, PastGraphs past) {
    this.relations = relations;
    this.past = past;
  }

  /**
   * Many questions about one moment.
   *
   * @param asOf null for now
   */
  record Questions(@Nullable List<Question> queries, @Nullable Instant asOf) {}

  record Question(
      @Nullable EntityRef ref,
      @Nullable String type,
      @Nullable Direction direction,
      @Nullable Integer first,
      @Nullable String after) {
    RelationQuestion checked() {
      if (ref == null) {
        throw new InvalidQueryException("ref is missing in one of the queries");
      }
      return new RelationQuestion(
          ref.toString(),
          type,
          direction == null ? Direction.BOTH : direction,
          Bounds.first(first, PAGE),
          after == null
              ? null
              : Cursor.decode(after, RelationQuestion.LIST, RelationQuestion.KEYS));
    }
  }

  record Results(List<RelationPage> results) {}

  @PostMapping("/api/relations/batch")
  Results batch(@RequestBody Questions questions) {
    List<RelationQuestion> checked =
        Bounds.atMost(Bounds.LONGEST_BATCH, questions.queries(), "queries").stream()
            .map(Question::checked)
            .toList();
    int asked = checked.stream().mapToInt(RelationQuestion::first).sum();
    if (asked > MOST) {
      throw new InvalidQueryException(
          "The queries ask for %d relations together; at most %d are allowed in one batch"
              .formatted(asked, MOST));
    }
    return new Results(
        questions.asOf() == null
            ? relations.pages(checked)
            : RelationsOfGraph.pages(past.at(questions.asOf()), checked));
  }
}
