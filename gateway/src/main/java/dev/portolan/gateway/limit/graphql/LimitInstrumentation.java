package dev.portolan.gateway.limit.graphql;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.graphql.CodedError;
import dev.portolan.gateway.limit.Limits;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at every document once it is read and before anything else is done with it. */
@Component
class LimitInstrumentation extends SimplePerformantInstrumentation {
  private final Limits limits;

  LimitInstrumentation(LimitProperties properties) {
    this.limits = properties.limits();
  }

  @Override
  public DocumentAndVariables instrumentDocumentAndVariables(
      DocumentAndVariables document,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    String name = parameters.getOperation();
    Map<String, Object> variables =
        document.getVariables() == null ? Map.of() : document.getVariables();
    for (OperationDefinition operation :
        document.getDocument().getDefinitionsOfType(OperationDefinition.class)) {
      if (name == null || name.isEmpty() || name.equals(operation.getName())) {
        check(document, operation, variables, parameters);
      }
    }
    return document;
  }

  private void check(
      DocumentAndVariables document,
      OperationDefinition operation,
      Map<String, Object> variables,
      InstrumentationExecutionParameters parameters) {
    try {
      DocumentCost.of(document.getDocument(), operation, variables, parameters.getSchema(), limits);
    } catch (CodedException e) {
      throw new AbortExecutionException(
          List.of(CodedError.of(e.code(), String.valueOf(e.getMessage()))));
    }
  }
}
