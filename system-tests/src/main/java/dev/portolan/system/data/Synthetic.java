package dev.portolan.system.data;

import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The organisation of 20,000 entities whose answers are known. */
public final class Synthetic {
  private static final Path FOLDER = Repository.sharedData().resolve("synthetic-20k");

  private Synthetic() {}

  /** Where it lies, if it does. */
  public static Path folder() {
    return FOLDER;
  }

  /** The exact answers. */
  public static JsonNode roots() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("roots.json")));
  }

  /** All descriptors as one JSON array. */
  public static byte[] json() throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(FOLDER.resolve("entities.json.gz")))) {
      return in.readAllBytes();
    }
  }

  /** The descriptors in parts of equal size, each a JSON array. */
  public static List<String> parts(int size) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    JsonMapper.shared().readTree(json()).forEach(all::add);
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(all.subList(from, Math.min(from + size, all.size())).toString());
    }
    return parts;
  }
}
