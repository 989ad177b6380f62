package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts hold nothing that stores and terminals choke on, and numbers nothing beyond JSON. */
public final class TextRule {
  private static final String RULE = "control-character";

  private TextRule() {}

  /** Checks every key and value of a tree. */
  public static void check(JsonNode tree, Findings findings) {
    // Nearly every tree is clean, and pointers to all its fields would cost more than the check.
    if (!isClean(tree)) {
      find("", tree, findings);
    }
  }

  private static boolean isClean(JsonNode value) {
    if (value.isString()) {
      return fault(value.stringValue()) == null;
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (fault(entry.getKey()) != null || !isClean(entry.getValue())) {
        return false;
      }
    }
    if (value.isArray()) {
      for (JsonNode element : value) {
        if (!isClean(element)) {
          return false;
        }
      }
    }
    return NumberRule.fault(value) == null;
  }

  private static void find(String field, JsonNode value, Findings findings) {
    if (value.isString()) {
      report(field, value, value.stringValue(), findings);
    } else if (value.isArray()) {
      int index = 0;
      for (JsonNode element : value) {
        find(field + "/" + index++, element, findings);
      }
    } else {
      number(field, value, findings);
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String child = Pointers.child(field, entry.getKey());
      report(child, value, entry.getKey(), findings);
      find(child, entry.getValue(), findings);
    }
  }

  private static void number(String field, JsonNode value, Findings findings) {
    String fault = NumberRule.fault(value);
    if (fault != null) {
      findings.problem("number", field, value, fault);
    }
  }

  private static void report(String field, JsonNode value, String text, Findings findings) {
    String fault = fault(text);
    if (fault != null) {
      findings.problem(RULE, field, value, fault);
    }
  }

  private static @Nullable String fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t' && c != '\r') {
        return "The text holds the control character U+%04X at position %d."
            .formatted((int) c, i + 1);
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          return "The text holds half of a surrogate pair, U+%04X, at position %d."
              .formatted((int) c, i + 1);
        }
        i++;
      }
    }
    return null;
  }
}
