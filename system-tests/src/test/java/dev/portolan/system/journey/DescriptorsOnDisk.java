package dev.portolan.system.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Counts descriptors of Backstage, Cortex and OpsLevel and blueprints of Port with a library alone,
 * knowing nothing of how Portolan reads.
 */
final class DescriptorsOnDisk {
  /** What Port's folders have of it. */
  private static final Set<Object> BUILT_IN = Set.of("service");

  private DescriptorsOnDisk() {}

  /**
   * Those in YAML files, but for the skeletons of templates, whose names are still to be filled,
   * and the blueprints in JSON files, but for those of kinds that Portolan has.
   */
  static int countBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(
              file ->
                  Stream.of(".yaml", ".yml", "blueprints.json")
                      .anyMatch(ending -> file.toString().endsWith(ending)))
          .mapToInt(DescriptorsOnDisk::countIn)
          .sum();
    }
  }

  private static int countIn(Path file) {
    int count = 0;
    try {
      var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
      for (Object document : new Load(settings).loadAllFromString(Files.readString(file))) {
        List<?> elements = document instanceof List<?> list ? list : List.of();
        count += isDescriptor(document) ? 1 : 0;
        count += (int) elements.stream().filter(DescriptorsOnDisk::isBlueprint).count();
      }
    } catch (YamlEngineException e) {
      // Whatever follows the first fault of a file is no document for anybody.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count;
  }

  private static boolean isDescriptor(Object document) {
    return document instanceof Map<?, ?> map
        && (isBackstage(map) || isCortex(map) || isOpsLevel(map));
  }

  private static boolean isBackstage(Map<?, ?> document) {
    return document.get("apiVersion") instanceof String version
        && version.contains("backstage.io/")
        && !(document.get("metadata") instanceof Map<?, ?> metadata
            && isToBeFilled(metadata.get("name")));
  }

  private static boolean isCortex(Map<?, ?> document) {
    return document.get("info") instanceof Map<?, ?> info
        && info.containsKey("x-cortex-tag")
        && !isToBeFilled(info.get("x-cortex-tag"));
  }

  private static boolean isOpsLevel(Map<?, ?> document) {
    return document.containsKey("version")
        && (document.get("service") instanceof Map || document.get("component") instanceof Map);
  }

  private static boolean isBlueprint(Object element) {
    return element instanceof Map<?, ?> map
        && map.containsKey("identifier")
        && map.get("schema") instanceof Map
        && !BUILT_IN.contains(map.get("identifier"));
  }

  private static boolean isToBeFilled(@Nullable Object name) {
    return String.valueOf(name).contains("{{");
  }
}
