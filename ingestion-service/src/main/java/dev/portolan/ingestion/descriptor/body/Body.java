package dev.portolan.ingestion.descriptor.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * A body, recognised by its content and cut into its documents before any of them is parsed, so
 * that a malformed one does not cost its neighbours.
 */
public final class Body {
  private Body() {}

  /**
   * Hands over the documents of a body one after another.
   *
   * @throws MalformedTextException when the next document cannot be told apart from the rest
   */
  public static void split(InputStream stream, Consumer<BodyDocument> sink)
      throws IOException, MalformedTextException {
    BodyInput in = new BodyInput(stream);
    DocumentSink documents = new DocumentSink(in, sink);
    BodyFormat format = BodyFormat.recognize(in);
    switch (format) {
      case JSON_ARRAY -> new JsonValues(in, documents).array();
      case JSON_OBJECTS -> new JsonValues(in, documents).objects();
      case JSON_LINES -> JsonLines.split(in, documents);
      case YAML -> new YamlDocuments(in, documents).split();
    }
  }

  /**
   * Hands over the documents of a body that is JSON: an array, lines, or objects one after another.
   *
   * @return whether it is an array
   * @throws MalformedTextException when it is something else, or when the next document cannot be
   *     told apart from the rest
   */
  public static boolean splitJson(InputStream stream, Consumer<BodyDocument> sink)
      throws IOException, MalformedTextException {
    BodyInput in = new BodyInput(stream);
    DocumentSink documents = new DocumentSink(in, sink);
    BodyFormat format = BodyFormat.recognize(in);
    switch (format) {
      case JSON_ARRAY -> new JsonValues(in, documents).array();
      case JSON_OBJECTS -> new JsonValues(in, documents).objects();
      case JSON_LINES -> JsonLines.split(in, documents);
      case YAML -> {
        in.skipBlanks();
        if (in.peek() >= 0) {
          throw in.malformed("json", "The body must be a JSON array, or JSON Lines.");
        }
      }
    }
    return format == BodyFormat.JSON_ARRAY;
  }

  /** A file that is one plain text: a document whatever it holds. */
  public static BodyDocument text(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(Limits.DOCUMENT_BYTES + 1);
    return bytes.length > Limits.DOCUMENT_BYTES
        ? new TooLargeDocument(1, 1, Limits.DOCUMENT_BYTES)
        : new PlainText(bytes);
  }

  /**
   * Hands over a file that is one document in JSON, should it be larger than a document may be;
   * else its documents.
   *
   * @param large takes the whole
   * @throws MalformedTextException when the next document cannot be told apart from the rest
   */
  public static void splitOrWhole(
      InputStream stream, Consumer<BodyDocument> sink, Consumer<BodyDocument> large)
      throws IOException, MalformedTextException {
    byte[] bytes = stream.readNBytes(Limits.LARGE_BYTES + 1);
    if (bytes.length <= Limits.DOCUMENT_BYTES) {
      split(new ByteArrayInputStream(bytes), sink);
    } else if (bytes.length <= Limits.LARGE_BYTES) {
      large.accept(new JsonDocument(1, 1, 1, bytes));
    } else {
      large.accept(new TooLargeDocument(1, 1, Limits.LARGE_BYTES));
    }
  }

  /**
   * Reads a text that is one YAML document, or JSON, which YAML comprises.
   *
   * @throws MalformedTextException when it is neither
   */
  public static JsonNode single(String text) throws MalformedTextException {
    JsonNode tree = new YamlDocument(1, 1, 1, text.getBytes(StandardCharsets.UTF_8)).tree();
    return tree.isMissingNode() ? NullNode.getInstance() : tree;
  }

  /**
   * Reads bytes that are any text.
   *
   * @throws MalformedTextException when they are not UTF-8
   */
  public static String text(byte[] bytes) throws MalformedTextException {
    return Utf8.decode(bytes, 1);
  }
}
