package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.Placeholders.Resolution;
import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.Limits;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.descriptor.body.Pointers;
import dev.portolan.ingestion.descriptor.rule.Findings;
import dev.portolan.ingestion.descriptor.rule.Placeholder;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts the contents of files in the place of the placeholders of one document. */
final class PlaceholderReading {
  private static final String RULE = "placeholder";
  private static final JsonNode MISSING = JsonNodeFactory.instance.missingNode();

  private final Placeholders placeholders;
  private final Findings findings;
  private long weight;
  private int resolved;
  private boolean exhausted;

  private PlaceholderReading(Placeholders placeholders, Findings findings) {
    this.placeholders = placeholders;
    this.findings = findings;
  }

  static void resolve(JsonNode tree, Placeholders placeholders, Findings findings) {
    new PlaceholderReading(placeholders, findings).below("", tree);
  }

  private void below(String field, JsonNode parent) {
    if (parent instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (entry.getValue().isContainer()) {
          JsonNode content = visit(Pointers.child(field, entry.getKey()), entry.getValue());
          if (content != null) {
            entry.setValue(content);
          }
        }
      }
    } else if (parent instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isContainer()) {
          JsonNode content = visit(field + "/" + i, array.get(i));
          if (content != null) {
            array.set(i, content);
          }
        }
      }
    }
  }

  /** Returns what to put in the place of the node; null to leave it. */
  private @Nullable JsonNode visit(String field, JsonNode node) {
    Optional<Placeholder> placeholder = Placeholder.of(node);
    if (placeholder.isEmpty()) {
      below(field, node);
      return null;
    }
    if (exhausted || findings.isFull()) {
      return null;
    }
    if (++resolved > Limits.PLACEHOLDERS) {
      return exhausted(
          field, "The document has more than " + Limits.PLACEHOLDERS + " placeholders.");
    }
    return switch (placeholders.resolve(placeholder.get())) {
      case Resolution.Content(String content) -> content(field, placeholder.get(), content);
      case Resolution.LeftAsWritten(String note) -> {
        findings.note(field, note);
        yield null;
      }
      case Resolution.Failed(String message) -> problem(field, node, message);
    };
  }

  private @Nullable JsonNode content(String field, Placeholder placeholder, String content) {
    JsonNode value;
    try {
      value =
          placeholder.key().equals("$text")
              ? JsonNodeFactory.instance.stringNode(content)
              : Body.single(content);
    } catch (MalformedTextException e) {
      return problem(field, MISSING, placeholder.target() + ": " + e.getMessage());
    }
    Extent extent = Extent.of(value);
    weight += Math.max(content.length(), extent.weight());
    if (weight > Limits.DOCUMENT_BYTES) {
      return exhausted(
          field,
          "With %s the document has more than %d characters."
              .formatted(placeholder.target(), Limits.DOCUMENT_BYTES));
    }
    if (Pointers.depth(field) + extent.depth() > Limits.DEPTH) {
      return problem(
          field,
          MISSING,
          "With %s mappings and lists nest more than %d deep."
              .formatted(placeholder.target(), Limits.DEPTH));
    }
    return value;
  }

  /** Past its budget a document is rejected: nothing more is read for it. */
  private @Nullable JsonNode exhausted(String field, String message) {
    exhausted = true;
    return problem(field, MISSING, message);
  }

  private @Nullable JsonNode problem(String field, JsonNode node, String message) {
    findings.problem(RULE, field, node, message);
    return null;
  }
}
