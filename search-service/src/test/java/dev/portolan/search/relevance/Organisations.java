package dev.portolan.search.relevance;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.Descriptors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entities that real organisations describe, and those of the sample organisation. */
final class Organisations {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowDuplicateKeys(true).build();

  private Organisations() {}

  /** Where the descriptors of real organisations lie, if they do. */
  static final Path REAL = Path.of("../../shared/data/descriptors").toAbsolutePath();

  /** Of an entity that is described more than once, what is said last. */
  static Collection<EntityChanged> entities() {
    Map<String, EntityChanged> entities = new LinkedHashMap<>();
    for (Path folder : List.of(REAL, Path.of("../samples/organisation").toAbsolutePath())) {
      files(folder)
          .forEach(
              file ->
                  documents(file)
                      .forEach(
                          entity -> {
                            entities.put(entity.ref().toString(), entity);
                          }));
    }
    return entities.values();
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<EntityChanged> documents(Path file) {
    List<EntityChanged> read = new ArrayList<>();
    try {
      for (Object document : new Load(SETTINGS).loadAllFromString(Files.readString(file))) {
        JsonNode descriptor = JsonMapper.shared().valueToTree(document);
        if (descriptor.path("apiVersion").asString("").startsWith("backstage.io/")) {
          read.add(Descriptors.created(descriptor));
        }
      }
    } catch (YamlEngineException | IllegalArgumentException e) {
      // Templates and broken files lie among them; what stands before the fault counts.
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }
}
