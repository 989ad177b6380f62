package dev.portolan.system.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Counts Backstage descriptors with a library alone, knowing nothing of how Portolan reads. */
final class BackstageDocuments {
  private BackstageDocuments() {}

  /**
   * Those in YAML files, but for the skeletons of templates, whose names are still to be filled.
   */
  static int countBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .mapToInt(BackstageDocuments::countIn)
          .sum();
    }
  }

  private static int countIn(Path file) {
    int count = 0;
    try {
      var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
      for (Object document : new Load(settings).loadAllFromString(Files.readString(file))) {
        count += isDescriptor(document) ? 1 : 0;
      }
    } catch (YamlEngineException e) {
      // Whatever follows the first fault of a file is no document for anybody.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count;
  }

  private static boolean isDescriptor(Object document) {
    return document instanceof Map<?, ?> entity
        && entity.get("apiVersion") instanceof String version
        && version.contains("backstage.io/")
        && !(entity.get("metadata") instanceof Map<?, ?> metadata
            && String.valueOf(metadata.get("name")).contains("{{"));
  }
}
