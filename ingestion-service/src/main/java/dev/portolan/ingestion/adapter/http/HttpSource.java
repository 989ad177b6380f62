package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.jq.JqProgram;
import dev.portolan.ingestion.adapter.mapping.Mapping;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of a source that an API speaks for.
 *
 * @param call for the first answer
 * @param authentication who asks; empty: nobody in particular
 * @param items the program that yields the items of an answer, as a list
 * @param pagination how they are spread over several answers
 * @param since how to ask for what changed; empty: everything is asked for every time
 * @param mapping what the items become
 */
record HttpSource(
    Call call,
    Optional<Authentication> authentication,
    JqProgram items,
    Pagination pagination,
    Optional<Since> since,
    Mapping mapping) {
  private static final Set<String> KEYS =
      Set.of(
          "integration",
          "variables",
          "url",
          "query",
          "auth",
          "items",
          "pagination",
          "since",
          "kind",
          "mapping");

  /** Who is asked. */
  URI url() {
    return call.url();
  }

  /** Reads a configuration, and compiles its programs. */
  static HttpSource of(Map<String, Object> values) {
    Configuration configuration = new Configuration(Integrations.completed(values), KEYS);
    Pagination pagination = Pagination.of(configuration);
    return new HttpSource(
        call(configuration, pagination),
        Authentication.of(configuration),
        Programs.or(configuration, "items", "."),
        pagination,
        Since.of(configuration),
        Mapping.of(
            configuration
                .value("mapping")
                .orElseThrow(
                    () ->
                        configuration.invalid(
                            "mapping",
                            "'mapping' is missing: give it a list of resources, or name an 'integration'.")),
            configuration.text("kind")));
  }

  private static Call call(Configuration configuration, Pagination pagination) {
    URI url = url(configuration);
    Optional<String> query = configuration.text("query");
    if (query.isEmpty()) {
      return new Call.Get(url);
    }
    if (!Call.Query.isQuery(query.get())) {
      throw configuration.invalid(
          "query", "A query of GraphQL begins with 'query' or '{': a source is only read.");
    }
    boolean byVariable =
        switch (pagination) {
          case Pagination.None _, Pagination.Page _ -> true;
          case Pagination.Cursor(_, Optional<String> parameter) -> parameter.isPresent();
          case Pagination.Link _ -> false;
        };
    if (!byVariable) {
      throw configuration.invalid(
          "pagination",
          "Of a query each answer is asked for by a variable: name it as 'parameter' of a cursor or page.");
    }
    return new Call.Query(url, query.get(), Map.of());
  }

  private static URI url(Configuration configuration) {
    String text = configuration.requiredText("url", "https://api.example.com/v1/services");
    try {
      URI url = new URI(text);
      if (url.getRawUserInfo() != null) {
        throw configuration.invalid(
            "url",
            "Take the credentials out of the url: put the secret into an environment variable and name that in 'auth'.");
      }
      boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (http && url.getHost() != null && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold what its writer would not have in an answer.
    }
    throw configuration.invalid(
        "url",
        "The url must be https://… with a host; http://… is for the hosts of PORTOLAN_HTTP_INSIDE_HOSTS.");
  }
}
