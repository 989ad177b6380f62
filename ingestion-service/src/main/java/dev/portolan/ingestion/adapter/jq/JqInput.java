package dev.portolan.ingestion.adapter.jq;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import tools.jackson.databind.JsonNode;

/**
 * What programs are run on, in the form that jackson-jq reads: that of Jackson 2. Made once for all
 * programs of an item; nothing outside of this package sees that form.
 */
public final class JqInput {
  private static final JsonNodeFactory OLD = JsonNodeFactory.instance;
  private static final tools.jackson.databind.node.JsonNodeFactory NEW =
      tools.jackson.databind.node.JsonNodeFactory.instance;

  private final com.fasterxml.jackson.databind.JsonNode tree;

  private JqInput(com.fasterxml.jackson.databind.JsonNode tree) {
    this.tree = tree;
  }

  /** Takes a value. */
  public static JqInput of(JsonNode value) {
    return new JqInput(old(value));
  }

  com.fasterxml.jackson.databind.JsonNode tree() {
    return tree;
  }

  private static com.fasterxml.jackson.databind.JsonNode old(JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = OLD.objectNode();
      value.properties().forEach(member -> object.set(member.getKey(), old(member.getValue())));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = OLD.arrayNode(value.size());
      value.forEach(element -> array.add(old(element)));
      return array;
    }
    if (value.isString()) {
      return OLD.textNode(value.stringValue());
    }
    if (value.isBoolean()) {
      return OLD.booleanNode(value.booleanValue());
    }
    if (value.isNumber()) {
      return value.isIntegralNumber() && value.canConvertToLong()
          ? OLD.numberNode(value.longValue())
          : OLD.numberNode(value.doubleValue());
    }
    return OLD.nullNode();
  }

  /** The way back; a value that is whole is told without its decimal point, as jq does. */
  static JsonNode back(com.fasterxml.jackson.databind.JsonNode value) {
    if (value.isObject()) {
      var object = NEW.objectNode();
      value.properties().forEach(member -> object.set(member.getKey(), back(member.getValue())));
      return object;
    }
    if (value.isArray()) {
      var array = NEW.arrayNode(value.size());
      value.forEach(element -> array.add(back(element)));
      return array;
    }
    if (value.isTextual()) {
      return NEW.stringNode(value.textValue());
    }
    if (value.isBoolean()) {
      return NEW.booleanNode(value.booleanValue());
    }
    if (value.isNumber()) {
      double number = value.doubleValue();
      return value.isIntegralNumber() || (number == Math.rint(number) && Math.abs(number) < 1e15)
          ? NEW.numberNode(value.longValue())
          : Double.isFinite(number) ? NEW.numberNode(number) : NEW.nullNode();
    }
    return NEW.nullNode();
  }
}
