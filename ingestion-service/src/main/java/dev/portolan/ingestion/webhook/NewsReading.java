package dev.portolan.ingestion.webhook;

import dev.portolan.ingestion.adapter.News;
import dev.portolan.ingestion.source.Webhook.Scheme;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a delivery says has happened, once it is known from whom it comes. */
final class NewsReading {
  private static final String BRANCH = "refs/heads/";

  private final JsonMapper mapper;

  NewsReading(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * What has happened.
   *
   * @throws IllegalArgumentException when the body is not what the scheme sends, with the way out
   */
  News read(Scheme scheme, Delivery delivery) {
    return switch (scheme) {
      case GITHUB -> {
        String event = delivery.header("X-GitHub-Event").orElse("an event without a name");
        yield event.equals("push") ? gitHubPush(tree(delivery)) : new News.Other(event);
      }
      case GITLAB -> {
        JsonNode body = tree(delivery);
        String event = body.path("object_kind").asString("an event without a name");
        yield event.equals("push") ? gitLabPush(body) : new News.Other(event);
      }
      case STANDARD -> new News.Unknown();
    };
  }

  private static News gitHubPush(JsonNode body) {
    JsonNode repository = body.path("repository");
    return push(
        body,
        texts(repository, "clone_url", "html_url"),
        repository.path("default_branch").asString(null));
  }

  private static News gitLabPush(JsonNode body) {
    JsonNode project = body.path("project");
    return push(
        body,
        texts(project, "git_http_url", "web_url"),
        project.path("default_branch").asString(null));
  }

  private static News push(JsonNode body, Set<String> repositories, @Nullable String standard) {
    String ref = body.path("ref").asString("");
    return ref.startsWith(BRANCH)
        ? new News.Push(repositories, ref.substring(BRANCH.length()), standard)
        : new News.Other("a push to " + (ref.isEmpty() ? "nothing" : ref));
  }

  private static Set<String> texts(JsonNode node, String... fields) {
    Set<String> texts = new TreeSet<>();
    for (String field : fields) {
      if (node.path(field).isString()) {
        texts.add(node.path(field).asString());
      }
    }
    return texts;
  }

  private JsonNode tree(Delivery delivery) {
    try {
      JsonNode tree = mapper.readTree(delivery.body());
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      // It is no object either.
    }
    throw new IllegalArgumentException(
        "The body is no JSON object: have the webhook send application/json");
  }
}
