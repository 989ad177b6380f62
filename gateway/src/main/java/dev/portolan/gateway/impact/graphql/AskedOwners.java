package dev.portolan.gateway.impact.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;

/** How many owners a document wants to be named, so that one call answers them too. */
public final class AskedOwners {
  private AskedOwners() {}

  /** As many as the field at the path that asks for most of them wants. */
  public static int of(DataFetchingFieldSelectionSet fields, String path) {
    return fields.getFields(path).stream()
        .mapToInt(field -> field.getArguments().get("first") instanceof Integer first ? first : 0)
        .max()
        .orElse(0);
  }
}
