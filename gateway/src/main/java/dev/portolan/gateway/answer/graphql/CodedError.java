package dev.portolan.gateway.answer.graphql;

import dev.portolan.gateway.answer.ErrorCode;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import java.util.Map;

/** Errors that say in {@code extensions.code} what went wrong. */
public final class CodedError {
  private CodedError() {}

  /** An error of the whole answer. */
  public static GraphQLError of(ErrorCode code, String message) {
    return builder(code, message).extensions(Map.of("code", code.name())).build();
  }

  static GraphQLError.Builder<?> builder(ErrorCode code, String message) {
    return GraphQLError.newError()
        .message("%s", message)
        .errorType(ErrorClassification.errorClassification(code.name()));
  }
}
