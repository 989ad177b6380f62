package dev.portolan.system.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the Debian archive, as its maintainers might make them; the same for each seed. */
public final class DebianChanges {
  private static final List<String> LIFECYCLES =
      List.of("production", "experimental", "deprecated");

  private final Random random;
  private final List<ObjectNode> components = new ArrayList<>();
  private final List<ObjectNode> groups = new ArrayList<>();

  public DebianChanges(long seed) throws IOException {
    this.random = new Random(seed);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Debian.file())),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ObjectNode entity = (ObjectNode) JsonMapper.shared().readTree(line);
        switch (entity.path("kind").asString()) {
          case "Component" -> components.add(entity);
          case "Group" -> groups.add(entity);
          default -> {}
        }
      }
    }
  }

  /** How many components there are. */
  public int components() {
    return components.size();
  }

  /** A component as it was said last. */
  public ObjectNode component(int number) {
    return components.get(number);
  }

  /** As many changed descriptors, as JSON lines. */
  public String next(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(random.nextInt(50) == 0 ? group() : component()).append('\n');
    }
    return lines.toString();
  }

  /** A component to be deleted: the path of its reference. */
  public String gone() {
    return "component:default/" + name(any(components));
  }

  private ObjectNode group() {
    ObjectNode group = any(groups);
    ObjectNode metadata = (ObjectNode) group.path("metadata");
    if (metadata.has("title")) {
      metadata.remove("title");
    } else {
      metadata.put("title", "Team " + random.nextInt(1_000));
    }
    return group;
  }

  private ObjectNode component() {
    ObjectNode component = any(components);
    ObjectNode metadata = (ObjectNode) component.path("metadata");
    ObjectNode spec = (ObjectNode) component.path("spec");
    switch (random.nextInt(6)) {
      case 0 -> spec.put("lifecycle", LIFECYCLES.get(random.nextInt(3)));
      case 1 -> metadata.put("description", "x".repeat(1 + random.nextInt(60)));
      case 2 -> spec.put("owner", "group:default/" + name(any(groups)));
      case 3 -> metadata.putArray("tags").add("tag" + random.nextInt(3)).add("more");
      case 4 -> dependsOn(spec).add("component:default/" + name(any(components)));
      default -> {
        ArrayNode dependencies = dependsOn(spec);
        if (!dependencies.isEmpty()) {
          dependencies.remove(random.nextInt(dependencies.size()));
        }
      }
    }
    return component;
  }

  private static ArrayNode dependsOn(ObjectNode spec) {
    return spec.path("dependsOn") instanceof ArrayNode known ? known : spec.putArray("dependsOn");
  }

  private static String name(ObjectNode entity) {
    return entity.at("/metadata/name").asString();
  }

  private ObjectNode any(List<ObjectNode> entities) {
    return entities.get(random.nextInt(entities.size()));
  }
}
