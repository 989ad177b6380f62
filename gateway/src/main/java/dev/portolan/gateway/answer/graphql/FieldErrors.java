package dev.portolan.gateway.answer.graphql;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Puts the error of a field on that field; the rest of the answer comes all the same. */
@Component
class FieldErrors extends DataFetcherExceptionResolverAdapter {
  private static final Logger log = LoggerFactory.getLogger(FieldErrors.class);

  FieldErrors() {
    setThreadLocalContextAware(true);
  }

  @Override
  protected GraphQLError resolveToSingleError(Throwable problem, DataFetchingEnvironment env) {
    Errors error = Errors.of(problem);
    if (error.isOurs()) {
      log.error("The field {} failed", env.getExecutionStepInfo().getPath(), problem);
    } else if (log.isDebugEnabled()) {
      log.debug("{} at {}", error, env.getExecutionStepInfo().getPath(), problem);
    }
    return CodedError.builder(error.code(), error.message())
        .location(env.getField().getSourceLocation())
        .path(env.getExecutionStepInfo().getPath())
        .extensions(error.extensions())
        .build();
  }
}
