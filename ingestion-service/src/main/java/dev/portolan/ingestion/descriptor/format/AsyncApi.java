package dev.portolan.ingestion.descriptor.format;

import dev.portolan.ingestion.descriptor.dialect.Translation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * AsyncAPI, of the versions 2 and 3: a document is the API of the application that it describes.
 *
 * <p>What that application does on which channel is kept in {@code sends} and {@code receives}. In
 * version 2 a channel that others may publish to is one that the application receives from.
 */
public record AsyncApi() implements Format {
  private static final String LOCAL = "#/channels/";

  /** More channels are found in the definition. */
  private static final int MOST_CHANNELS = 200;

  @Override
  public String name() {
    return "asyncapi";
  }

  @Override
  public boolean recognises(FileDocument document) {
    return document.tree().has("asyncapi");
  }

  @Override
  public List<Translation> translate(FileDocument document) {
    JsonNode tree = document.tree();
    String version = tree.path("asyncapi").asString("");
    if (!version.matches("[23](\\..*)?")) {
      return List.of(
          new Translation.ToNothing(
              "an AsyncAPI document of a version that is not read: 2 and 3 are"));
    }
    if (!tree.path("info").isObject()) {
      return List.of(new Translation.ToNothing("a part of an AsyncAPI document: it has no info"));
    }
    ApiDraft draft = ApiDraft.of(name(), document);
    boolean isOld = version.startsWith("2");
    draft.spec("sends", isOld ? having(tree, "subscribe") : of(tree, "send"), "/channels");
    draft.spec("receives", isOld ? having(tree, "publish") : of(tree, "receive"), "/channels");
    return List.of(draft.done());
  }

  /** Of version 2: the channels that have the operation. */
  private static ArrayNode having(JsonNode tree, String operation) {
    Set<String> channels = new TreeSet<>();
    tree.path("channels")
        .properties()
        .forEach(
            channel -> {
              if (channel.getValue().has(operation)) {
                channels.add(channel.getKey());
              }
            });
    return list(channels);
  }

  /** Of version 3: the channels of the operations with the action. */
  private static ArrayNode of(JsonNode tree, String action) {
    Set<String> channels = new TreeSet<>();
    for (JsonNode operation : tree.path("operations").values()) {
      if (operation.path("action").asString("").equals(action)) {
        channels.add(address(tree, operation.path("channel").path("$ref").asString("")));
      }
    }
    channels.remove("");
    return list(channels);
  }

  /**
   * The address of a channel of this document; of one one without, or of another document, its
   * name.
   */
  private static String address(JsonNode tree, String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    JsonNode address = tree.path("channels").path(name).path("address");
    return reference.startsWith(LOCAL) && address.isString() ? address.stringValue() : name;
  }

  private static ArrayNode list(Set<String> channels) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    channels.stream().limit(MOST_CHANNELS).forEach(list::add);
    return list;
  }
}
