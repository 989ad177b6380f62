package dev.portolan.system.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What stands at a place of a YAML file.
 *
 * @param value null where nothing stands, also where a path leads nowhere
 */
record Yaml(@Nullable Object value) {
  private static final Yaml NOTHING = new Yaml(null);
  private static final String MERGE = "<<";

  static Yaml document(Path file) {
    return documents(file).getFirst();
  }

  static List<Yaml> documents(Path file) {
    Load load = new Load(LoadSettings.builder().setLabel(file.toString()).build());
    List<Yaml> documents = new ArrayList<>();
    try {
      load.loadAllFromString(Files.readString(file)).forEach(each -> documents.add(new Yaml(each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  Yaml at(String... path) {
    Yaml place = this;
    for (String key : path) {
      place = place.fields().getOrDefault(key, NOTHING);
    }
    return place;
  }

  /** The fields of a map, those first that are merged into it; none where no map stands. */
  Map<String, Yaml> fields() {
    Map<String, Yaml> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      fields.putAll(new Yaml(map.get(MERGE)).fields());
      map.forEach(
          (key, each) -> {
            if (!MERGE.equals(key)) {
              fields.put(String.valueOf(key), new Yaml(each));
            }
          });
    }
    return fields;
  }

  /** The items of a list; none where no list stands. */
  List<Yaml> items() {
    return value instanceof List<?> list
        ? list.stream().<Yaml>map(each -> new Yaml(each)).toList()
        : List.of();
  }

  /** A list as it was read. */
  List<?> list() {
    return value instanceof List<?> list ? list : List.of();
  }

  List<String> texts() {
    return items().stream().map(Yaml::text).toList();
  }

  boolean exists() {
    return value != null;
  }

  boolean is(Object expected) {
    return expected.equals(value);
  }

  String text() {
    return String.valueOf(Objects.requireNonNull(value, "nothing stands here"));
  }

  String textOr(String otherwise) {
    return value == null ? otherwise : text();
  }

  int number() {
    return Integer.parseInt(text());
  }

  /** A map of texts, such as labels. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    fields().forEach((key, each) -> labels.put(key, each.text()));
    return labels;
  }

  /** The scalars, each under its whole dotted name, as Spring names properties. */
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    visit("", properties::put);
    return properties;
  }

  private void visit(String name, BiConsumer<String, String> property) {
    if (value instanceof Map) {
      fields()
          .forEach((key, each) -> each.visit(name.isEmpty() ? key : name + "." + key, property));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        new Yaml(list.get(i)).visit(name + "[" + i + "]", property);
      }
    } else if (value != null) {
      property.accept(name, text());
    }
  }
}
