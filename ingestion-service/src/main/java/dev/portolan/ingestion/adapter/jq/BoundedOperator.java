package dev.portolan.ingestion.adapter.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.operators.BinaryOperator;

/** An operator that is told beforehand how much would come of it. */
record BoundedOperator(BinaryOperator operator) implements BinaryOperator {

  @Override
  public JsonNode apply(ObjectMapper mapper, JsonNode left, JsonNode right)
      throws JsonQueryException {
    Meter meter = Meter.current();
    if (left.isTextual() || right.isTextual()) {
      meter.text(letters(left, right));
    } else if (left.isArray() && right.isArray() && operator.image().equals("-")) {
      meter.elements((long) left.size() * right.size());
    } else {
      // Equality and the merge of objects go all the way down.
      meter.elements(meter.weight(left) + meter.weight(right));
    }
    return operator.apply(mapper, left, right);
  }

  private long letters(JsonNode left, JsonNode right) {
    if (operator.image().equals("*")) {
      // A text and a number, in either order; of two texts jackson-jq says itself that it cannot.
      return (long)
          (left.isTextual() ? length(left) * right.asDouble() : length(right) * left.asDouble());
    }
    return length(left) + length(right);
  }

  private static long length(JsonNode value) {
    return value.isTextual() ? value.textValue().length() : 0;
  }

  @Override
  public String image() {
    return operator.image();
  }
}
