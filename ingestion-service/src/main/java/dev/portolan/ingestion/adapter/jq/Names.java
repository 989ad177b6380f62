package dev.portolan.ingestion.adapter.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.portolan.ingestion.descriptor.dialect.ValidName;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * Functions of our own: what vendors call their things keeps no rule of ours. A name that comes to
 * nothing is none: {@code toname} and {@code totag} then yield no value.
 */
final class Names {
  private Names() {}

  /** The functions by their names. */
  static Map<String, Function> functions() {
    return Map.of("toname/0", of(ValidName::of), "totag/0", of(Names::tag));
  }

  private static String tag(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:+#]+", "-").replaceAll("^-|-$", "");
  }

  private static Function of(UnaryOperator<String> naming) {
    return (scope, arguments, in, path, output, version) -> {
      String name = naming.apply(text(in));
      if (!name.isEmpty()) {
        output.emit(new TextNode(name), null);
      }
    };
  }

  private static String text(JsonNode in) throws JsonQueryException {
    if (!in.isTextual() && !in.isNumber()) {
      throw new JsonQueryException("a name comes of a text or a number, and this is %s", in);
    }
    return in.asText();
  }
}
