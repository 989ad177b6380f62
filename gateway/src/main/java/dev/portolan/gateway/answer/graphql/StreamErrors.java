package dev.portolan.gateway.answer.graphql;

import graphql.GraphQLError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Says why a subscription ended. */
@Component
class StreamErrors extends SubscriptionExceptionResolverAdapter {
  private static final Logger log = LoggerFactory.getLogger(StreamErrors.class);

  @Override
  protected GraphQLError resolveToSingleError(Throwable problem) {
    Errors error = Errors.of(problem);
    if (error.isOurs()) {
      log.error("A subscription failed", problem);
    }
    return CodedError.builder(error.code(), error.message()).extensions(error.extensions()).build();
  }
}
