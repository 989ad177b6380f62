package dev.portolan.ingestion.descriptor.format.graphql;

import graphql.language.Document;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.Locale;

/** What a text in GraphQL sets out to be. */
public sealed interface GraphQlDocument {

  /** A schema that can be asked: it says where queries begin. */
  record Schema() implements GraphQlDocument {}

  /** Types, without the one that queries begin with: that is in another file. */
  record PartOfSchema() implements GraphQlDocument {}

  /** What a client asks, or nothing at all. */
  record Operations() implements GraphQlDocument {}

  /**
   * No GraphQL.
   *
   * @param line where it breaks off, from 1
   */
  record Broken(int line, String message) implements GraphQlDocument {}

  /** Tells what a text is. */
  static GraphQlDocument of(String text) {
    ParserEnvironment environment =
        ParserEnvironment.newParserEnvironment()
            .document(text)
            // Else it speaks the language of the machine.
            .locale(Locale.ENGLISH)
            .parserOptions(ParserOptions.getDefaultSdlParserOptions())
            .build();
    if (text.isBlank()) {
      return new Operations();
    }
    try {
      return of(Parser.parse(environment));
    } catch (InvalidSyntaxException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLine());
      return new Broken(line, String.valueOf(e.getMessage()));
    }
  }

  private static GraphQlDocument of(Document document) {
    if (document.getDefinitions().stream().noneMatch(SDLDefinition.class::isInstance)) {
      return new Operations();
    }
    return document.getDefinitions().stream().anyMatch(GraphQlDocument::beginsQueries)
        ? new Schema()
        : new PartOfSchema();
  }

  private static boolean beginsQueries(Node<?> definition) {
    return switch (definition) {
      case SchemaExtensionDefinition _, ObjectTypeExtensionDefinition _ -> false;
      case SchemaDefinition _ -> true;
      case ObjectTypeDefinition type -> type.getName().equals("Query");
      default -> false;
    };
  }
}
