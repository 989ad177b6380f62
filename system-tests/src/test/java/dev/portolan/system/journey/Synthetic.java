package dev.portolan.system.journey;

import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The organisation of 20,000 entities whose answers are known. */
final class Synthetic {
  private Synthetic() {}

  /** The file that holds it. Where it is not, the journey cannot be made, and says so. */
  static Path file() {
    return existing("synthetic-20k/entities.json.gz");
  }

  /** The exact answers. */
  static JsonNode roots() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(existing("synthetic-20k/roots.json")));
  }

  /** Its descriptors in parts of equal size, each a JSON array. */
  static List<String> parts(int size) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file()))) {
      List<JsonNode> all = new ArrayList<>();
      JsonMapper.shared().readTree(in).forEach(all::add);
      List<String> parts = new ArrayList<>();
      for (int from = 0; from < all.size(); from += size) {
        parts.add(all.subList(from, Math.min(from + size, all.size())).toString());
      }
      return parts;
    }
  }

  static Path existing(String file) {
    Path path = Repository.sharedData().resolve(file);
    Assumptions.assumeTrue(Files.exists(path), path + " is not on this machine");
    return path;
  }
}
