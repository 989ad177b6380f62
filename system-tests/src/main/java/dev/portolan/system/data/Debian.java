package dev.portolan.system.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.EntityRef;
import dev.portolan.system.platform.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Debian archive as an organisation of 99,809 entities. */
public final class Debian {
  private Debian() {}

  /** Where it lies, if it does. */
  public static Path file() {
    return Repository.sharedData().resolve("debian/catalog.jsonl.gz");
  }

  /** Who depends on whom, read from the file itself. */
  public static Dependencies dependencies() throws IOException {
    Dependencies dependencies = new Dependencies();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entity = JsonMapper.shared().readTree(line);
        List<String> targets =
            entity
                .at("/spec/dependsOn")
                .valueStream()
                .map(target -> EntityRef.parse(target.asString()).toString())
                .toList();
        String name = entity.at("/metadata/name").asString();
        String ref = new EntityRef(entity.path("kind").asString(), "default", name).toString();
        dependencies.add(ref, targets);
      }
    }
    return dependencies;
  }
}
