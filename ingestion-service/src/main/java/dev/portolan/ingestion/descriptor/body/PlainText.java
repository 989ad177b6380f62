package dev.portolan.ingestion.descriptor.body;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A whole file that is neither YAML nor JSON. A pointer into it is the number of a line. */
final class PlainText implements BodyDocument {
  private static final Pattern LINE = Pattern.compile("/(\\d{1,8})");

  private final byte[] bytes;

  PlainText(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int document() {
    return 1;
  }

  @Override
  public int line() {
    return 1;
  }

  @Override
  public JsonNode tree() throws MalformedTextException {
    return StringNode.valueOf(Utf8.decode(bytes, 1));
  }

  @Override
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public Map<String, Integer> lines(Collection<String> pointers) {
    Map<String, Integer> lines = new HashMap<>();
    for (String pointer : pointers) {
      var line = LINE.matcher(pointer);
      if (line.matches()) {
        lines.put(pointer, Integer.parseInt(line.group(1)));
      }
    }
    return lines;
  }
}
