package dev.portolan.gateway.limit.graphql;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The schema as it is shipped, without anything that answers it. */
public final class TestingSchema {
  public static final GraphQLSchema SCHEMA = schema();

  private TestingSchema() {}

  private static GraphQLSchema schema() {
    TypeDefinitionRegistry types = new TypeDefinitionRegistry();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/graphql"))) {
      files.forEach(file -> types.merge(new SchemaParser().parse(file.toFile())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(types);
  }
}
