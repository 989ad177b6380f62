package dev.portolan.gateway.answer.graphql;

import dev.portolan.gateway.answer.Notes;
import graphql.execution.SubscriptionExecutionStrategy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds the notes to an answer and writes its line in the log: never a variable, never a value. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerInterceptor implements WebGraphQlInterceptor {
  private static final Logger log = LoggerFactory.getLogger(AnswerInterceptor.class);
  private static final int LONGEST_NAME = 80;

  /**
   * Answers to events would otherwise overtake each other when they wait for a service, and whoever
   * goes on at the cursor of one that came too early would miss those behind it.
   */
  private static final String IN_THE_ORDER_OF_EVENTS =
      SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED;

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    long start = System.nanoTime();
    Notes notes = new Notes();
    request.configureExecutionInput(
        (input, builder) ->
            builder
                .graphQLContext(
                    context -> context.of(Notes.NAME, notes).of(IN_THE_ORDER_OF_EVENTS, true))
                .build());
    return chain.next(request).map(answer -> finished(request, answer, notes, start));
  }

  private static WebGraphQlResponse finished(
      WebGraphQlRequest request, WebGraphQlResponse answer, Notes notes, long start) {
    log.info(
        "{} answered in {} ms with {} errors",
        nameOf(request),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        answer.getErrors().size());
    Map<Object, Object> extensions = notes.extensions();
    if (extensions.isEmpty()) {
      return answer;
    }
    Map<Object, Object> all = new LinkedHashMap<>(answer.getExtensions());
    all.putAll(extensions);
    return answer.transform(builder -> builder.extensions(all));
  }

  /** The name is the asker's own text: cut, and without what would break the line. */
  private static String nameOf(WebGraphQlRequest request) {
    String name = request.getOperationName();
    if (name == null) {
      return "An unnamed operation";
    }
    String cut = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    return "Operation " + cut.replaceAll("[^\\w…]", "?");
  }
}
