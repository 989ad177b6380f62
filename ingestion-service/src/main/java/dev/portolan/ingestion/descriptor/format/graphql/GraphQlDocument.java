package dev.portolan.ingestion.descriptor.format.graphql;

/** What a text in GraphQL sets out to be. */
public sealed interface GraphQlDocument {

  /** A schema that can be asked: it says where queries begin. */
  record Schema() implements GraphQlDocument {}

  /** Types, without the one that queries begin with: that is in another file. */
  record PartOfSchema() implements GraphQlDocument {}

  /** No types at all: what a client asks. */
  record Operations() implements GraphQlDocument {}

  /**
   * No GraphQL.
   *
   * @param line where it breaks off, from 1
   */
  record Broken(int line, String message) implements GraphQlDocument {}

  /** Tells what a text is, in a time that grows as its length does. */
  static GraphQlDocument of(String text) {
    return new GraphQlReading(text).read();
  }
}
