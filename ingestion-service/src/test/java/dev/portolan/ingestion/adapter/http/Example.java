package dev.portolan.ingestion.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portolan.events.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers that a vendor documents, and what an integration makes of them: {@code page1.json},
 * {@code page2.json} and so on are served in that order, {@code expected.json} says the rest.
 *
 * @param pages the answers; the vendor's address in them is taken for that of the test
 * @param expected what is asked and what comes of it
 */
record Example(List<String> pages, Expected expected) {
  static final Path FOLDER = Path.of("src/test/resources/integrations");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  /**
   * What an integration is to do.
   *
   * @param variables that the source gives
   * @param auth what the source says beside the name of the secret, such as a user's name
   * @param headers that are sent
   * @param asked the paths with their queries, in order
   * @param sent the variables of each GraphQL query; none where nothing is posted
   * @param link the header of that name in each answer; none where the vendor sends none
   * @param entities what comes of it, without what is empty
   */
  record Expected(
      Map<String, Object> variables,
      @Nullable Map<String, Object> auth,
      @Nullable Map<String, String> headers,
      List<String> asked,
      @Nullable List<JsonNode> sent,
      @Nullable List<String> link,
      JsonNode entities) {}

  /** The example of an integration. */
  static Example of(String integration) {
    Path folder = FOLDER.resolve(integration);
    try {
      List<String> pages = new ArrayList<>();
      for (int i = 1; Files.exists(folder.resolve("page" + i + ".json")); i++) {
        pages.add(Files.readString(folder.resolve("page" + i + ".json")));
      }
      return new Example(
          pages, JSON.readValue(Files.readString(folder.resolve("expected.json")), Expected.class));
    } catch (IOException e) {
      throw new UncheckedIOException("There is no example of " + integration, e);
    }
  }

  /** The configuration of a source that names the integration, with the vendor's own address. */
  Map<String, Object> configuration(String integration) {
    Map<String, Object> auth = new HashMap<>(Map.of("secret", HttpSources.SECRET));
    if (expected.auth() != null) {
      auth.putAll(expected.auth());
    }
    return new HashMap<>(
        Map.of("integration", integration, "variables", expected.variables(), "auth", auth));
  }

  /** Entities, or what else there is, as a person reads it. */
  static String written(Object value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** The variables of each query that was posted, in the form of {@link Expected#sent}. */
  static @Nullable List<JsonNode> variables(List<String> bodies) {
    return bodies.stream().allMatch(String::isEmpty)
        ? null
        : bodies.stream().map(body -> JSON.readTree(body).path("variables")).toList();
  }

  /** What came of it, in the form of {@link Expected#entities}. */
  static String written(List<Entity> entities) {
    return written(JSON.valueToTree(entities));
  }
}
