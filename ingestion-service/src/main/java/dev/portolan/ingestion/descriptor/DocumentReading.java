package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.body.BodyDocument;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.descriptor.dialect.Dialect;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.rule.DescriptorRules;
import dev.portolan.ingestion.descriptor.rule.Findings;
import dev.portolan.ingestion.descriptor.rule.TextRule;
import dev.portolan.ingestion.kind.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Reads one document: tells what it is, checks it, and makes the entity of it. */
final class DocumentReading {
  private static final String TEMPLATE =
      " A template engine has yet to fill in its {{ … }}: keep templates out of the source's"
          + " files.";

  private final Kinds kinds;
  private final Placeholders placeholders;

  DocumentReading(Kinds kinds, Placeholders placeholders) {
    this.kinds = kinds;
    this.placeholders = placeholders;
  }

  /** One reading, or one for each element where another portal's file is a list of entities. */
  List<ReadDocument> read(BodyDocument document) {
    JsonNode tree;
    try {
      tree = document.tree();
    } catch (MalformedTextException e) {
      return List.of(malformed(document, e));
    }
    if (tree.isMissingNode() || tree.isNull()) {
      return List.of(passedOver(document, "an empty document"));
    }
    if (tree.isObject()) {
      return List.of(object(document, tree));
    }
    if (isListOfEntities(tree)) {
      return elements(document, tree);
    }
    return List.of(
        passedOver(
            document,
            tree.isArray() ? "a list, and no descriptor" : "a plain value, and no descriptor"));
  }

  /**
   * Text that cannot be parsed may name an entity, which must not be taken for gone. A template
   * that leaves the name to its engine does not.
   */
  private static ReadDocument malformed(BodyDocument document, MalformedTextException e) {
    if (document.looksLikeTemplate() && document.leavesNameOpen()) {
      return passedOver(document, Judgement.SKELETON);
    }
    String message = e.getMessage() + (document.looksLikeTemplate() ? TEMPLATE : "");
    return new ReadDocument.Rejected(
        document.document(), null, List.of(new Problem(e.line(), null, e.rule(), message)));
  }

  private ReadDocument object(BodyDocument document, JsonNode tree) {
    Optional<String> otherTool = OtherTools.reasonToPassOver(tree);
    if (otherTool.isEmpty()) {
      return descriptor(document, tree);
    }
    return Dialect.of(tree)
        .map(dialect -> translated(document, "", dialect.translate(tree)))
        .orElseGet(() -> passedOver(document, otherTool.get()));
  }

  private ReadDocument descriptor(BodyDocument document, JsonNode tree) {
    Findings findings = new Findings();
    PlaceholderReading.resolve(tree, placeholders, findings);
    // Of what comes in place of placeholders too.
    TextRule.check(tree, findings);
    return new Trial(
            document, tree, findings, DescriptorRules::check, UnaryOperator.identity(), kinds)
        .verdict(kinds);
  }

  private static boolean isListOfEntities(JsonNode tree) {
    return tree.isArray()
        && !tree.isEmpty()
        && tree.valueStream().allMatch(each -> Dialect.of(each).isPresent());
  }

  private List<ReadDocument> elements(BodyDocument document, JsonNode list) {
    List<ReadDocument> elements = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      JsonNode element = list.get(index);
      Dialect dialect = Dialect.of(element).orElseThrow();
      elements.add(translated(document, "/" + index, dialect.translate(element)));
    }
    return elements;
  }

  /**
   * What another portal's document comes to.
   *
   * @param at where in the document it stands
   */
  private ReadDocument translated(BodyDocument document, String at, Translation translation) {
    return switch (translation) {
      case Translation.ToNothing(String reason) -> passedOver(document, reason);
      case Translation.ToDescriptor said -> {
        Findings findings = new Findings();
        TextRule.check(said.tree(), findings);
        said.notes().forEach(findings::note);
        yield new Trial(
                document,
                said.tree(),
                findings,
                DescriptorRules::checkTranslated,
                field -> at + said.origin(field),
                kinds)
            .verdict(kinds);
      }
    };
  }

  private static ReadDocument passedOver(BodyDocument document, String reason) {
    return new ReadDocument.PassedOver(document.document(), document.line(), reason);
  }
}
