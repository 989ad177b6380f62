package dev.portolan.search.indexing.elasticsearch;

import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.json.JsonData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an index is made with: settings and mapping.
 *
 * @param json Elasticsearch's request to create an index
 * @param mark changes whenever anything in it does; an index carries it in its mapping, so that one
 *     of another definition is recognised
 */
record IndexDefinition(String json, String mark) {
  /** Where in the mapping's {@code _meta} the mark stands. */
  static final String MARK = "definition";

  private static final String RESOURCE = "index.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The one that this version of the service writes and searches. */
  static IndexDefinition current() {
    try (InputStream resource =
        Objects.requireNonNull(
            IndexDefinition.class.getResourceAsStream(RESOURCE), "the resource " + RESOURCE)) {
      ObjectNode definition = (ObjectNode) JSON.readTree(resource);
      String mark = mark(definition.toString());
      definition.withObject("/mappings/_meta").put(MARK, mark);
      return new IndexDefinition(definition.toString(), mark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an index with that mapping was made with this. */
  boolean isOf(TypeMapping mapping) {
    JsonData held = mapping.meta().get(MARK);
    return held != null && mark.equals(held.to(String.class));
  }

  InputStream stream() {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String mark(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
