package dev.portolan.search.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What an API's definition offers, one to a line: operations with their summaries, schemas and
 * messages, by their names. Of OpenAPI, AsyncAPI, GraphQL and protobuf.
 */
final class ApiText {
  /** In characters; of what is longer only the beginning is searched, as of any text. */
  private static final int LARGEST_DEFINITION = 1_000_000;

  private static final int DEEPEST = 100;
  private static final int MOST_LINES = 1_000;

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(LARGEST_DEFINITION)
          .setMaxAliasesForCollections(50)
          .setAllowDuplicateKeys(true)
          .build();

  /**
   * What GraphQL and protobuf declare; a field of GraphQL is a name before its type. Possessive and
   * bounded: whatever the text, it is looked at a bounded number of times.
   */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "\\b(?:type|input|enum|interface|union|scalar|message|service|rpc)"
              + "[ \\t]{1,100}+([A-Za-z_]\\w{0,200}+)"
              + "|^[ \\t]{0,100}+([A-Za-z_]\\w{0,200}+)"
              + "(?:\\([^)]{0,300}+\\))?+[ \\t]{0,10}+:[ \\t]{0,10}+[\\[A-Za-z]",
          Pattern.MULTILINE);

  private final List<String> lines = new ArrayList<>();

  private ApiText() {}

  /** The lines; null when the definition is none of these, or too large. */
  static @Nullable String of(String definition) {
    if (definition.isBlank() || definition.length() > LARGEST_DEFINITION) {
      return null;
    }
    ApiText text = new ApiText();
    Map<?, ?> document = document(definition);
    if (document == null) {
      text.addDeclarations(definition);
    } else {
      text.addDocument(document);
    }
    return text.lines.isEmpty() ? null : String.join("\n", text.lines);
  }

  private static @Nullable Map<?, ?> document(String definition) {
    try {
      if (isTooDeep(definition)) {
        return null;
      }
      return new Load(SETTINGS).loadFromString(definition) instanceof Map<?, ?> map
              && (map.containsKey("openapi")
                  || map.containsKey("swagger")
                  || map.containsKey("asyncapi"))
          ? map
          : null;
    } catch (YamlEngineException e) {
      return null;
    }
  }

  /** Whoever loads a document goes as deep as it does, and falls; the events of it are a row. */
  private static boolean isTooDeep(String definition) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(definition)) {
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        return true;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return false;
  }

  private void addDocument(Map<?, ?> document) {
    add(map(document, "info").get("title"));
    map(document, "paths").forEach((path, item) -> addPath(String.valueOf(path), item));
    map(document, "channels").forEach((channel, item) -> addChannel(String.valueOf(channel), item));
    map(document, "operations").keySet().forEach(this::add);
    Map<?, ?> components = map(document, "components");
    map(components, "schemas").keySet().forEach(this::add);
    map(components, "messages").keySet().forEach(this::add);
    map(document, "definitions").keySet().forEach(this::add);
  }

  private void addPath(String path, @Nullable Object item) {
    if (item instanceof Map<?, ?> operations) {
      operations.forEach(
          (method, operation) -> {
            if (METHODS.contains(String.valueOf(method))) {
              addOperation(String.valueOf(method).toUpperCase(Locale.ROOT), path, operation);
            }
          });
    }
  }

  private void addChannel(String channel, @Nullable Object item) {
    add(channel);
    if (item instanceof Map<?, ?> operations) {
      for (String direction : List.of("publish", "subscribe")) {
        if (operations.containsKey(direction)) {
          addOperation(direction, channel, operations.get(direction));
        }
      }
    }
  }

  private void addOperation(String method, String path, @Nullable Object operation) {
    StringBuilder line = new StringBuilder(method).append(' ').append(path);
    if (operation instanceof Map<?, ?> said) {
      for (String field : List.of("operationId", "summary")) {
        if (said.get(field) instanceof String text) {
          line.append(' ').append(text);
        }
      }
    }
    add(line.toString());
  }

  private void addDeclarations(String definition) {
    Matcher declared = DECLARATION.matcher(definition);
    while (lines.size() < MOST_LINES && declared.find()) {
      add(declared.group(1) != null ? declared.group(1) : declared.group(2));
    }
  }

  private void add(@Nullable Object line) {
    if (line != null && lines.size() < MOST_LINES) {
      lines.add(String.valueOf(line));
    }
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return parent.get(key) instanceof Map<?, ?> child ? child : Map.of();
  }
}
