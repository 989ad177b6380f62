package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.jq.JqFailedException;
import dev.portolan.ingestion.adapter.jq.JqInput;
import dev.portolan.ingestion.adapter.jq.JqProgram;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;

/** How the items of a source are spread over several answers. */
sealed interface Pagination {

  /** All of them are in one. */
  record None() implements Pagination {}

  /**
   * Each answer says where the next one begins.
   *
   * @param next the value for the parameter, or the next address; null, false and an empty text
   *     mean that there is none
   * @param parameter of the query; empty where the answer says an address
   */
  record Cursor(JqProgram next, Optional<String> parameter) implements Pagination {}

  /**
   * Answers are numbered; the first one without items is the end, and not one with few of them: a
   * server may give fewer than it was asked for.
   *
   * @param parameter of the query
   * @param start the number of the first
   * @param step from one to the next; more than 1 where the server numbers items
   */
  record Page(String parameter, int start, int step) implements Pagination {}

  /** Each answer links to the next in its header, as RFC 8288 has it. */
  record Link() implements Pagination {}

  /** Reads the configuration's {@code pagination}. */
  static Pagination of(Configuration configuration) {
    Optional<Configuration> found =
        configuration.section("pagination", Set.of("cursor", "page", "link"));
    if (found.isEmpty()) {
      return new None();
    }
    Configuration section = found.get();
    List<Pagination> given =
        Stream.of(
                section
                    .section("cursor", Set.of("next", "parameter"))
                    .map(
                        cursor ->
                            new Cursor(
                                Programs.required(cursor, "next", ".next_cursor"),
                                cursor.text("parameter"))),
                section
                    .section("page", Set.of("parameter", "start", "step"))
                    .map(
                        page ->
                            new Page(
                                page.requiredText("parameter", "page"),
                                page.number("start", 1, 0),
                                page.number("step", 1, 1))),
                section.value("link").filter(Boolean.TRUE::equals).map(_ -> new Link()))
            .<Pagination>flatMap(Optional::stream)
            .toList();
    if (given.size() != 1) {
      throw configuration.invalid(
          "pagination",
          "'pagination' has one of 'cursor' with 'next' and 'parameter', 'page' with 'parameter', and 'link: true'.");
    }
    return given.getFirst();
  }

  /** The call for the first answer. */
  default Call first(Call call) {
    return switch (this) {
      case Page(String parameter, int start, int _) ->
          call.with(parameter, LongNode.valueOf(start));
      case None _, Cursor _, Link _ -> call;
    };
  }

  /**
   * The call for the next answer; empty when this one was the last.
   *
   * @param call of the source
   * @param body of this answer
   * @param read how many answers were read, this one among them
   * @param empty whether this one had no items
   */
  default Optional<Call> next(Call call, Answer answer, JqInput body, int read, boolean empty)
      throws HttpFault {
    return switch (this) {
      case None _ -> Optional.empty();
      case Page(String parameter, int start, int step) ->
          empty
              ? Optional.empty()
              : Optional.of(call.with(parameter, LongNode.valueOf(start + (long) read * step)));
      case Link _ -> {
        Optional<String> next = LinkHeader.next(answer.headers().allValues("Link"));
        yield next.isEmpty() ? Optional.empty() : Optional.of(resolved(answer.url(), next.get()));
      }
      case Cursor(JqProgram next, Optional<String> parameter) -> {
        Optional<JsonNode> value = cursor(next, body);
        yield value.isEmpty()
            ? Optional.empty()
            : Optional.of(
                parameter.isPresent()
                    ? call.with(parameter.get(), value.get())
                    : resolved(answer.url(), value.get().asString()));
      }
    };
  }

  private static Optional<JsonNode> cursor(JqProgram next, JqInput body) throws HttpFault {
    try {
      JsonNode value = next.first(body).orElse(null);
      if (value == null || (value.isBoolean() && !value.booleanValue())) {
        return Optional.empty();
      }
      if (!value.isString() && !value.isNumber()) {
        throw new HttpFault("the program of 'next' yields no text and no number");
      }
      return Optional.of(value).filter(each -> !each.asString().isBlank());
    } catch (JqFailedException e) {
      throw new HttpFault("the program of 'next' fails: " + e.getMessage());
    }
  }

  private static Call resolved(URI answered, String next) throws HttpFault {
    try {
      return new Call.Get(answered.resolve(next));
    } catch (IllegalArgumentException e) {
      throw new HttpFault("the address of the next page is none");
    }
  }
}
