package dev.portolan.ingestion.descriptor.format;

import dev.portolan.ingestion.descriptor.dialect.Translation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** OpenAPI, of version 2, which was called Swagger, and 3: a document is an API. */
public record OpenApi() implements Format {

  @Override
  public String name() {
    return "openapi";
  }

  @Override
  public boolean recognises(FileDocument document) {
    return document.tree().has("openapi") || document.tree().has("swagger");
  }

  @Override
  public List<Translation> translate(FileDocument document) {
    JsonNode tree = document.tree();
    String version = tree.path("openapi").asString(tree.path("swagger").asString(""));
    if (!version.matches("[23](\\..*)?")) {
      return List.of(
          new Translation.ToNothing(
              "an OpenAPI document of a version that is not read: 2 and 3 are"));
    }
    if (!tree.path("info").isObject()) {
      return List.of(new Translation.ToNothing("a part of an OpenAPI document: it has no info"));
    }
    return List.of(ApiDraft.of(name(), document).done());
  }
}
