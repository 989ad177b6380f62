package dev.portolan.ingestion.descriptor;

import dev.portolan.events.Relation;
import dev.portolan.ingestion.descriptor.body.Pointers;
import dev.portolan.ingestion.descriptor.rule.Descriptor;
import dev.portolan.ingestion.descriptor.rule.Finding;
import dev.portolan.ingestion.descriptor.rule.Findings;
import dev.portolan.ingestion.descriptor.rule.RelationRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of a descriptor by the rules that it breaks. */
final class Judgement {
  static final String SKELETON = "a skeleton: a template engine has yet to fill in its {{ … }}";

  /** What an entity is told by. */
  private static final Set<String> IDENTITY =
      Set.of("/kind", "/metadata/namespace", "/metadata/name");

  private Judgement() {}

  /**
   * Accepts, rejects or passes over a descriptor that has been checked.
   *
   * @param passage what it was made of
   * @param origin where in the document a field of the descriptor stands
   * @param trial to be judged again; null when this is for good
   */
  static ReadDocument of(
      Passage passage,
      Descriptor descriptor,
      Findings findings,
      UnaryOperator<String> origin,
      @Nullable Trial trial) {
    int document = passage.document().document();
    List<Relation> relations = RelationRule.read(descriptor, findings);
    if (findings.problems().isEmpty()) {
      return new ReadDocument.Accepted(
          document,
          passage.line(),
          EntityOf.descriptor(descriptor, relations),
          notes(findings, origin),
          passage.text(),
          trial);
    }
    return findings.problems().stream().anyMatch(Judgement::isUnfilled)
        ? new ReadDocument.PassedOver(document, passage.line(), SKELETON)
        : new ReadDocument.Rejected(
            document,
            descriptor.ref().orElse(null),
            problems(passage, findings.problems(), origin),
            trial);
  }

  private static boolean isUnfilled(Finding finding) {
    return IDENTITY.contains(finding.field())
        && finding.value().isString()
        && finding.value().stringValue().contains("{{");
  }

  private static List<Note> notes(Findings findings, UnaryOperator<String> origin) {
    return findings.notes().entrySet().stream()
        .map(note -> new Note(origin.apply(note.getKey()), note.getValue()))
        .toList();
  }

  /** The findings, each with its line; the passage's for those whose field is not written. */
  static List<Problem> problems(
      Passage passage, List<Finding> findings, UnaryOperator<String> origin) {
    Set<String> fields = new HashSet<>();
    for (Finding finding : findings) {
      String field = origin.apply(finding.field());
      while (!field.isEmpty() && fields.add(field)) {
        field = Pointers.parent(field);
      }
    }
    Map<String, Integer> lines = passage.document().lines(fields);
    List<Problem> problems = new ArrayList<>();
    for (Finding finding : findings) {
      String field = origin.apply(finding.field());
      int line = lineOf(field, lines).orElse(passage.line());
      problems.add(new Problem(line, field, finding.rule(), finding.message()));
    }
    problems.sort(Comparator.comparingInt(Problem::line));
    return problems;
  }

  /** The line of the field, or of the nearest that it would lie in. */
  private static Optional<Integer> lineOf(String field, Map<String, Integer> lines) {
    String nearest = field;
    while (!nearest.isEmpty() && !lines.containsKey(nearest)) {
      nearest = Pointers.parent(nearest);
    }
    return Optional.ofNullable(lines.get(nearest));
  }
}
