package dev.portolan.ingestion.descriptor.body;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document in JSON. */
final class JsonDocument implements BodyDocument {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.DEPTH)
                          .maxNumberLength(Limits.NUMBER_CHARACTERS)
                          .maxNameLength(Limits.KEY_CHARACTERS)
                          .maxStringLength(Limits.DOCUMENT_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          // A double has 17 digits, and what a source says is kept as it was said.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final int document;
  private final int line;
  private final int column;
  private final byte[] bytes;

  JsonDocument(int document, int line, int column, byte[] bytes) {
    this.document = document;
    this.line = line;
    this.column = column;
    this.bytes = bytes;
  }

  @Override
  public int document() {
    return document;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public boolean isJson() {
    return true;
  }

  @Override
  public JsonNode tree() throws MalformedTextException {
    Utf8.check(bytes, line);
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      return tree(parser);
    }
  }

  private JsonNode tree(JsonParser parser) throws MalformedTextException {
    try {
      JsonNode tree = MAPPER.readTree(parser);
      if (tree == null || tree.isMissingNode()) {
        throw new MalformedTextException(line, column, "json", "A value is missing here.");
      }
      if (parser.nextToken() != null) {
        throw at(parser.currentTokenLocation(), "json", "Text follows the end of the document");
      }
      return tree;
    } catch (StreamConstraintsException e) {
      // It has no place of its own.
      throw limit(e.getOriginalMessage(), parser.currentLocation());
    } catch (JacksonException e) {
      String said = e.getOriginalMessage();
      boolean twice = said.startsWith("Duplicate Object property");
      throw at(
          e.getLocation() == null ? parser.currentLocation() : e.getLocation(),
          twice ? "duplicate-key" : "json",
          twice
              ? said.replace("Duplicate Object property", "The key") + " stands twice in its object"
              : "This is not JSON: " + said.lines().findFirst().orElse(said));
    } catch (NumberFormatException e) {
      // Jackson lets it through from where it makes a decimal of the text.
      throw at(
          parser.currentTokenLocation(), "number", "The exponent of a number is beyond all bounds");
    }
  }

  private MalformedTextException limit(String said, TokenStreamLocation location) {
    if (said.startsWith("Document nesting depth")) {
      return at(location, "depth", "Objects and lists nest more than " + Limits.DEPTH + " deep");
    }
    if (said.startsWith("Name length")) {
      return at(
          location, "key-length", "A key has more than " + Limits.KEY_CHARACTERS + " characters");
    }
    if (said.startsWith("Number value length")) {
      return at(
          location, "number", "A number has more than " + Limits.NUMBER_CHARACTERS + " digits");
    }
    return at(location, "size", said.replaceAll(" \\(.*|, from `.*", ""));
  }

  private MalformedTextException at(TokenStreamLocation location, String rule, String message) {
    int errorLine = line + location.getLineNr() - 1;
    int errorColumn = location.getColumnNr() + (location.getLineNr() == 1 ? column - 1 : 0);
    return new MalformedTextException(
        errorLine,
        errorColumn,
        rule,
        "%s (line %d, column %d).".formatted(message, errorLine, errorColumn));
  }

  @Override
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public Map<String, Integer> lines(Collection<String> pointers) {
    Map<String, Integer> found = new HashMap<>();
    Set<String> wanted = new HashSet<>(pointers);
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      while (parser.nextToken() != null && found.size() < wanted.size()) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.PROPERTY_NAME || token.isScalarValue() || token.isStructStart()) {
          String pointer = pointer(parser, token);
          if (wanted.contains(pointer)) {
            found.putIfAbsent(pointer, line + parser.currentTokenLocation().getLineNr() - 1);
          }
        }
      }
    }
    return found;
  }

  /** Of a list or object that begins here, its own; not that of its first element. */
  private static String pointer(JsonParser parser, JsonToken token) {
    var context = parser.streamReadContext();
    return (token.isStructStart() ? context.getParent() : context).pathAsPointer(false).toString();
  }
}
