package dev.portolan.search.relevance;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.Descriptors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import tools.jackson.databind.node.ObjectNode;

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
      files(folder, ".yaml", ".yml")
          .forEach(
              file ->
                  documents(file)
                      .forEach(
                          entity -> {
                            entities.put(entity.ref().toString(), entity);
                          }));
    }
    pages().forEach(page -> entities.put(page.ref().toString(), page));
    return entities.values();
  }

  /** What the folder adapter would make of the Markdown files, as far as searching needs it. */
  private static List<EntityChanged> pages() {
    return files(REAL, ".md").stream()
        .filter(file -> file.toString().contains("/docs/"))
        .map(Organisations::page)
        .toList();
  }

  private static EntityChanged page(Path file) {
    try {
      String text = Files.readString(file);
      String path = REAL.relativize(file).toString();
      ObjectNode descriptor = JsonMapper.shared().createObjectNode().put("kind", "Page");
      descriptor
          .putObject("metadata")
          .put("name", pageName(path))
          .put(
              "title",
              text.lines()
                  .filter(line -> line.startsWith("title: ") || line.startsWith("# "))
                  .map(line -> line.substring(line.indexOf(' ') + 1))
                  .findFirst()
                  .orElse("index"));
      descriptor
          .putObject("spec")
          .put("documents", "component:default/" + subject(path))
          .put("path", path)
          .put("text", text.replaceFirst("\\A---\n(?:.*\n){0,10}?---\n", ""));
      return Descriptors.created(descriptor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder in which the folder of the documentation lies. */
  private static String subject(String path) {
    String above = path.substring(0, path.lastIndexOf("/docs/"));
    return above.substring(above.lastIndexOf('/') + 1).replace('+', '-');
  }

  /** A name without words, as the adapter gives it. */
  static String pageName(String path) {
    return Integer.toHexString(path.hashCode());
  }

  private static List<Path> files(Path folder, String... endings) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
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
        if (descriptor.path("apiVersion").asString("").startsWith("backstage.io/")
            || descriptor.path("kind").asString("").equals("Page")) {
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
