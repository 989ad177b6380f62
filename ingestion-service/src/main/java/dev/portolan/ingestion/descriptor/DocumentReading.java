package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.body.BodyDocument;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.descriptor.dialect.Dialect;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.format.FileDocument;
import dev.portolan.ingestion.descriptor.format.Formats;
import dev.portolan.ingestion.descriptor.rule.DescriptorRules;
import dev.portolan.ingestion.descriptor.rule.Findings;
import dev.portolan.ingestion.descriptor.rule.TextRule;
import dev.portolan.ingestion.kind.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads one document: tells what it is, checks it, and makes the entity of it. */
final class DocumentReading {
  private static final String TEMPLATE =
      " A template engine has yet to fill in its {{ … }}: keep templates out of the source's"
          + " files.";

  private final Kinds kinds;
  private final Formats formats;
  private final String file;
  private final Placeholders placeholders;

  DocumentReading(Kinds kinds, Formats formats, String file, Placeholders placeholders) {
    this.kinds = kinds;
    this.formats = formats;
    this.file = file;
    this.placeholders = placeholders;
  }

  /** One reading, or one for each entity where a file of others describes several. */
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
      return object(document, tree);
    }
    if (isListOfEntities(tree)) {
      return elements(document, tree);
    }
    return ofOtherTool(
        document,
        tree,
        tree.isArray() ? "a list, and no descriptor" : "a plain value, and no descriptor");
  }

  /** Of what is too large to be said in one piece only what a format makes of it is read. */
  List<ReadDocument> large(BodyDocument document) {
    try {
      return ofOtherTool(document, document.tree(), "a large file of no format that is asked for");
    } catch (MalformedTextException e) {
      return List.of(malformed(document, e));
    }
  }

  /**
   * Text that cannot be parsed may name an entity, which must not be taken for gone. A template
   * that leaves the name to its engine does not.
   */
  private ReadDocument malformed(BodyDocument document, MalformedTextException e) {
    if (document.looksLikeTemplate() && document.leavesNameOpen()) {
      return passedOver(document, Judgement.SKELETON);
    }
    String message =
        formats.mayHoldSecrets(file, document.text())
            ? "This cannot be read: it breaks the rule '%s' (line %d, column %d). Nothing of it is quoted, as it may hold secrets."
                .formatted(e.rule(), e.line(), e.column())
            : e.getMessage() + (document.looksLikeTemplate() ? TEMPLATE : "");
    return new ReadDocument.Rejected(
        document.document(), null, List.of(new Problem(e.line(), null, e.rule(), message)));
  }

  private List<ReadDocument> object(BodyDocument document, JsonNode tree) {
    Optional<String> otherTool = OtherTools.reasonToPassOver(tree);
    if (otherTool.isEmpty()) {
      return List.of(descriptor(document, tree));
    }
    return Dialect.of(tree)
        .map(dialect -> List.of(translated(passage(document), "", dialect.translate(tree))))
        .orElseGet(() -> ofOtherTool(document, tree, otherTool.get()));
  }

  /**
   * What is read of a file that nobody wrote for a catalog.
   *
   * @param reason why it is passed over where nobody asks for its format
   */
  private List<ReadDocument> ofOtherTool(BodyDocument document, JsonNode tree, String reason) {
    FileDocument inFile = new FileDocument(file, document, tree);
    return formats
        .of(inFile)
        .map(format -> described(document, format.translate(inFile)))
        .orElseGet(() -> List.of(passedOver(document, reason)));
  }

  private List<ReadDocument> described(BodyDocument document, List<Translation> translations) {
    Set<String> parts =
        translations.stream()
            .map(Translation::part)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toSet());
    Map<String, Integer> lines = parts.isEmpty() ? Map.of() : document.lines(parts);
    return translations.stream()
        .map(
            each ->
                translated(
                    Passage.unwritten(document, lines.getOrDefault(each.part(), document.line())),
                    "",
                    each))
        .toList();
  }

  private ReadDocument descriptor(BodyDocument document, JsonNode tree) {
    Findings findings = new Findings();
    PlaceholderReading.resolve(tree, placeholders, findings);
    // Of what comes in place of placeholders too.
    TextRule.check(tree, findings);
    return new Trial(
            passage(document),
            tree,
            findings,
            DescriptorRules::check,
            UnaryOperator.identity(),
            kinds)
        .verdict(kinds);
  }

  private static boolean isListOfEntities(JsonNode tree) {
    return tree.isArray()
        && !tree.isEmpty()
        && tree.valueStream().allMatch(each -> Dialect.of(each).isPresent());
  }

  private List<ReadDocument> elements(BodyDocument document, JsonNode list) {
    ListPassages passages = new ListPassages(document, list.size());
    List<ReadDocument> elements = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      JsonNode element = list.get(index);
      Dialect dialect = Dialect.of(element).orElseThrow();
      elements.add(translated(passages.element(index), "/" + index, dialect.translate(element)));
    }
    return elements;
  }

  /** JSON that comes without a file is a program's, and the description repeats it. */
  private Passage passage(BodyDocument document) {
    boolean written = !file.isEmpty() || !document.isJson();
    return new Passage(document, document.line(), written ? document.text() : null);
  }

  /**
   * What a document of others comes to.
   *
   * @param at where in the document that was translated
   */
  ReadDocument translated(Passage passage, String at, Translation translation) {
    int document = passage.document().document();
    return switch (translation) {
      case Translation.ToNothing(String reason, _) ->
          new ReadDocument.PassedOver(document, passage.line(), reason);
      case Translation.ToProblem broken ->
          new ReadDocument.Rejected(
              document,
              broken.ref().orElse(null),
              List.of(new Problem(passage.line(), null, broken.rule(), broken.message())));
      case Translation.ToDescriptor said -> {
        Findings findings = new Findings();
        TextRule.check(said.tree(), findings);
        said.notes().forEach(findings::note);
        yield new Trial(
                passage,
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
