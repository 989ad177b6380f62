package dev.portolan.ingestion.descriptor;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.descriptor.body.BodyDocument;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.descriptor.body.Pointers;
import dev.portolan.ingestion.descriptor.rule.Descriptor;
import dev.portolan.ingestion.descriptor.rule.DescriptorRules;
import dev.portolan.ingestion.descriptor.rule.Finding;
import dev.portolan.ingestion.descriptor.rule.Findings;
import dev.portolan.ingestion.descriptor.rule.RelationRule;
import dev.portolan.ingestion.descriptor.rule.TextRule;
import dev.portolan.ingestion.kind.Kinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one document: tells what it is, checks it, and makes the entity of it. */
final class DocumentReading {
  private static final String SKELETON =
      "a skeleton: a template engine has yet to fill in its {{ … }}";

  private static final String TEMPLATE =
      " A template engine has yet to fill in its {{ … }}: keep templates out of the source's"
          + " files.";

  /** What an entity is told by. */
  private static final Set<String> IDENTITY =
      Set.of("/kind", "/metadata/namespace", "/metadata/name");

  private final Kinds kinds;
  private final Placeholders placeholders;

  DocumentReading(Kinds kinds, Placeholders placeholders) {
    this.kinds = kinds;
    this.placeholders = placeholders;
  }

  ReadDocument read(BodyDocument document) {
    JsonNode tree;
    try {
      tree = document.tree();
    } catch (MalformedTextException e) {
      return malformed(document, e);
    }
    if (tree.isMissingNode() || tree.isNull()) {
      return passedOver(document, "an empty document");
    }
    if (!tree.isObject()) {
      return passedOver(
          document,
          tree.isArray() ? "a list, and no descriptor" : "a plain value, and no descriptor");
    }
    return OtherTools.reasonToPassOver(tree, kinds)
        .map(reason -> passedOver(document, reason))
        .orElseGet(() -> descriptor(document, tree));
  }

  /**
   * Text that cannot be parsed may name an entity, which must not be taken for gone. A template
   * that leaves the name to its engine does not.
   */
  private static ReadDocument malformed(BodyDocument document, MalformedTextException e) {
    if (document.looksLikeTemplate() && document.leavesNameOpen()) {
      return passedOver(document, SKELETON);
    }
    String message = e.getMessage() + (document.looksLikeTemplate() ? TEMPLATE : "");
    return new ReadDocument.Rejected(
        document.document(), null, List.of(new Problem(e.line(), null, e.rule(), message)));
  }

  private ReadDocument descriptor(BodyDocument document, JsonNode tree) {
    Findings findings = new Findings();
    PlaceholderReading.resolve(tree, placeholders, findings);
    // Of what comes in place of placeholders too.
    TextRule.check(tree, findings);
    Descriptor descriptor = Descriptor.of(tree, kinds);
    DescriptorRules.check(descriptor, findings);
    List<Relation> relations = RelationRule.read(descriptor, findings);
    if (findings.problems().isEmpty()) {
      return new ReadDocument.Accepted(
          document.document(),
          document.line(),
          EntityOf.descriptor(descriptor, relations),
          notes(findings));
    }
    return findings.problems().stream().anyMatch(DocumentReading::isUnfilled)
        ? passedOver(document, SKELETON)
        : rejected(document, descriptor.ref().orElse(null), findings.problems());
  }

  private static boolean isUnfilled(Finding finding) {
    return IDENTITY.contains(finding.field())
        && finding.value().isString()
        && finding.value().stringValue().contains("{{");
  }

  private static ReadDocument passedOver(BodyDocument document, String reason) {
    return new ReadDocument.PassedOver(document.document(), document.line(), reason);
  }

  private static List<Note> notes(Findings findings) {
    return findings.notes().entrySet().stream()
        .map(note -> new Note(note.getKey(), note.getValue()))
        .toList();
  }

  private static ReadDocument rejected(
      BodyDocument document, @Nullable EntityRef ref, List<Finding> findings) {
    Set<String> fields = new HashSet<>();
    for (Finding finding : findings) {
      String field = finding.field();
      while (!field.isEmpty() && fields.add(field)) {
        field = Pointers.parent(field);
      }
    }
    Map<String, Integer> lines = document.lines(fields);
    List<Problem> problems = new ArrayList<>();
    for (Finding finding : findings) {
      int line = lineOf(finding.field(), lines).orElse(document.line());
      problems.add(new Problem(line, finding.field(), finding.rule(), finding.message()));
    }
    problems.sort(Comparator.comparingInt(Problem::line));
    return new ReadDocument.Rejected(document.document(), ref, problems);
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
