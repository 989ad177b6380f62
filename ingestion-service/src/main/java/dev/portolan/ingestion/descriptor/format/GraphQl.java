package dev.portolan.ingestion.descriptor.format;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.dialect.Draft;
import dev.portolan.ingestion.descriptor.dialect.Sort;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.format.graphql.GraphQlDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * GraphQL's schema language: a file that says where queries begin is an API of the file's name. The
 * operations of clients have the same endings, and are none.
 */
public record GraphQl() implements Format {
  private static final List<String> ENDINGS = List.of("graphql", "graphqls", "gql");

  @Override
  public String name() {
    return "graphql";
  }

  @Override
  public List<String> files() {
    return List.of("**/*.{" + String.join(",", ENDINGS) + "}");
  }

  @Override
  public boolean isText(String file) {
    return ENDINGS.stream().anyMatch(ending -> file.endsWith("." + ending));
  }

  @Override
  public boolean recognises(FileDocument document) {
    return isText(document.file());
  }

  @Override
  public List<Translation> translate(FileDocument document) {
    String name = FileName.of(document.file());
    Translation translation =
        switch (GraphQlDocument.of(document.text())) {
          case GraphQlDocument.Schema _ -> api(document, name);
          case GraphQlDocument.PartOfSchema _ ->
              new Translation.ToNothing(
                  "a part of a GraphQL schema: no query begins here, but in another file");
          case GraphQlDocument.Operations _ ->
              new Translation.ToNothing(
                  "a GraphQL file that declares no types, such as what a client asks");
          case GraphQlDocument.Broken(int line, String message) ->
              new Translation.ToProblem("/" + line, "graphql", message, ref(name));
        };
    return List.of(translation);
  }

  private static Optional<EntityRef> ref(String name) {
    return Stream.of(name)
        .filter(each -> !each.isEmpty())
        .map(each -> new EntityRef("API", EntityRef.DEFAULT_NAMESPACE, each))
        .findFirst();
  }

  private Translation api(FileDocument document, String name) {
    Draft draft = Draft.inFormat(name(), document.tree(), "");
    draft.sort(new Sort("API", Optional.of(name())), "");
    draft.metadata("name", text(name), "");
    draft.spec("definition", text(document.text()), "");
    return draft.done();
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }
}
