package dev.portolan.ingestion.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the definitions that lie beside the classes, in {@code kinds/}. */
final class ShippedKinds {
  private static final String FOLDER = "/kinds/";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ShippedKinds() {}

  /** What is done with a kind that has no definition. */
  private record OthersFile(List<RelationField> relations) {}

  static Kinds read() {
    List<String> texts = text("index.txt").lines().map(name -> text(name + ".json")).toList();
    List<KindDefinition> definitions =
        texts.stream().map(text -> definition(MAPPER.readTree(text))).toList();
    String others = text("kinds-without-definition.json");
    return new Kinds(
        definitions,
        MAPPER.readValue(others, OthersFile.class).relations(),
        fingerprint(String.join("\n", texts) + "\n" + others));
  }

  /** In the form in which users define theirs. */
  private static KindDefinition definition(JsonNode tree) {
    JsonNode metadata = tree.path("metadata");
    return KindDefinition.of(
        metadata.path("name").asString(), metadata.path("title").asString(), tree.path("spec"));
  }

  private static String fingerprint(String texts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(texts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String text(String name) {
    try (InputStream in = ShippedKinds.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no " + FOLDER + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + name + " cannot be read", e);
    }
  }
}
