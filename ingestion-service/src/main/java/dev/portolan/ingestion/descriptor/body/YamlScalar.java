package dev.portolan.ingestion.descriptor.body;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a scalar of YAML's core schema is in JSON. */
final class YamlScalar {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlScalar() {}

  /** Returns the value; null for a number that JSON does not know, such as {@code .inf}. */
  static @Nullable JsonNode read(ScalarEvent event) {
    String text = event.getValue();
    Tag tag = tag(event);
    if (tag.equals(Tag.NULL)) {
      return NODES.nullNode();
    } else if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(Boolean.parseBoolean(text.toLowerCase(Locale.ROOT)));
    } else if (tag.equals(Tag.INT)) {
      return text.length() > Limits.NUMBER_CHARACTERS ? null : integer(text);
    } else if (tag.equals(Tag.FLOAT)) {
      return text.length() > Limits.NUMBER_CHARACTERS ? null : decimal(text);
    }
    return NODES.stringNode(text);
  }

  /** A tag that YAML itself does not define says nothing here: the text is taken as it stands. */
  private static Tag tag(ScalarEvent event) {
    boolean plain = event.getImplicit().canOmitTagInPlainScalar();
    return event.getTag().filter(named -> !named.equals("!")).isPresent()
        ? Tag.STR
        : YamlDocument.SETTINGS.getSchema().getScalarResolver().resolve(event.getValue(), plain);
  }

  private static @Nullable JsonNode integer(String text) {
    BigInteger value =
        text.startsWith("0x")
            ? new BigInteger(text.substring(2), 16)
            : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    if (value.bitLength() < Integer.SIZE) {
      return NODES.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? NODES.numberNode(value.longValue())
        : NODES.numberNode(value);
  }

  private static @Nullable JsonNode decimal(String text) {
    if (text.toLowerCase(Locale.ROOT).contains("n")) {
      return null;
    }
    try {
      return NODES.numberNode(new BigDecimal(text));
    } catch (NumberFormatException e) {
      // Its exponent is beyond all bounds.
      return null;
    }
  }
}
