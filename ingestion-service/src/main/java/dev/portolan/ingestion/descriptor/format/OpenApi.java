package dev.portolan.ingestion.descriptor.format;

import dev.portolan.ingestion.descriptor.dialect.Draft;
import dev.portolan.ingestion.descriptor.dialect.Sort;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.dialect.ValidName;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** OpenAPI, of version 2 (Swagger) and 3: a document is an API. */
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
    if (!document.tree().path("info").isObject()) {
      return List.of(new Translation.ToNothing("a part of an OpenAPI document: it has no info"));
    }
    Draft draft = Draft.inFormat(name(), document.tree(), "");
    draft.sort(new Sort("API", Optional.of(name())), "");
    draft.metadata(
        "name",
        JsonNodeFactory.instance.stringNode(
            ValidName.cut(document.tree().path("info").path("title").asString(""))),
        "/info/title");
    draft.metadata("title", "/info/title");
    draft.metadata("description", "/info/description");
    draft.spec("definition", JsonNodeFactory.instance.stringNode(document.text()), "");
    return List.of(draft.done());
  }
}
