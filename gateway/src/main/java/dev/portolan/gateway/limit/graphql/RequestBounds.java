package dev.portolan.gateway.limit.graphql;

import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.answer.graphql.CodedError;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.parser.ParserOptions;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Bounds what reading a document may cost and how long its answer may take. */
@Component
class RequestBounds implements WebGraphQlInterceptor {
  private final ParserOptions parsing;
  private final Duration time;

  RequestBounds(LimitProperties properties) {
    this.time = properties.time();
    this.parsing =
        ParserOptions.newParserOptions()
            .maxCharacters(properties.characters())
            .maxTokens(properties.tokens())
            .maxWhitespaceTokens(properties.characters())
            .build();
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    AtomicReference<ExecutionInput> running = new AtomicReference<>();
    request.configureExecutionInput(
        (input, builder) -> {
          input.getGraphQLContext().put(ParserOptions.class, parsing);
          running.set(input);
          return input;
        });
    return chain
        .next(request)
        .timeout(time)
        .onErrorResume(TimeoutException.class, e -> Mono.just(tooLate(running.get())));
  }

  private WebGraphQlResponse tooLate(ExecutionInput input) {
    input.cancel();
    GraphQLError error =
        CodedError.of(
            ErrorCode.TIMED_OUT,
            "The answer took longer than " + time.toMillis() + " ms: ask for less.");
    ExecutionResult result = ExecutionResult.newExecutionResult().addError(error).build();
    return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(input, result));
  }
}
