package dev.portolan.cli.lint;

import dev.portolan.cli.Calls;
import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.descriptors.Archive;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks ingestion-service, which judges descriptors and writes nothing. */
final class Ingestion implements AutoCloseable {
  /** Five thousand changes of a catalog under load. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Calls calls = new Calls();
  private final String service;

  Ingestion(URI service) {
    this.service = service.toString().replaceFirst("/+$", "");
  }

  /**
   * What would become of the files.
   *
   * @param full whether they are all that the source says
   * @throws CommandFailed when that cannot be told
   */
  Verdict lint(String source, boolean full, Archive archive) {
    URI uri =
        URI.create(
            "%s/api/sources/%s/what-if?mode=%s"
                .formatted(service, encoded(source), full ? "full" : "delta"));
    JsonNode answer = calls.ask(request(uri, archive), JsonNode.class);
    if (!answer.has("changes")) {
      String reason = answer.path("detail").asString(answer.toString());
      throw new CommandFailed("ingestion-service refused it: " + reason);
    }
    return JsonMapper.shared().treeToValue(answer, Verdict.class);
  }

  private static HttpRequest request(URI uri, Archive archive) {
    return HttpRequest.newBuilder(uri)
        .timeout(LONGEST)
        .header("Content-Type", Archive.MEDIA_TYPE)
        .POST(archive.body())
        .build();
  }

  private static String encoded(String source) {
    return URLEncoder.encode(source, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    calls.close();
  }
}
