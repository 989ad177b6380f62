package dev.portolan.cli.platform;

import dev.portolan.cli.Addresses;
import dev.portolan.cli.Calls;
import dev.portolan.cli.CommandFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sample organisation's tools measured. Its dates are as long ago as the file says, {@code
 * now-2d}, whenever the platform is first started: deployments of years ago would tell nothing.
 */
final class SampleFacts {
  private static final Pattern AGO = Pattern.compile("\"now-(\\d{1,4})([dh])\"");
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Path facts;

  SampleFacts(Home home) {
    this.facts = home.root().resolve("samples/facts.jsonl");
  }

  /**
   * Sends them.
   *
   * @throws CommandFailed when they are not all taken
   */
  void load() {
    try (Calls calls = new Calls()) {
      HttpResponse<byte[]> response =
          calls.send(
              HttpRequest.newBuilder(
                      Addresses.ingestion().resolve("/api/sources/sample-tools/facts"))
                  .header("Content-Type", "application/x-ndjson")
                  .timeout(LONGEST)
                  .POST(BodyPublishers.ofString(asOf(read(), Instant.now())))
                  .build());
      String answer = new String(response.body(), StandardCharsets.UTF_8);
      if (response.statusCode() != 200 || rejected(answer) > 0) {
        throw new CommandFailed("The sample's facts were not taken: " + answer);
      }
    }
  }

  private static int rejected(String answer) {
    JsonNode json = JsonMapper.shared().readTree(answer);
    return json.path("rejected").size();
  }

  private String read() {
    try {
      return Files.readString(facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With dates in place of how long ago they are. */
  static String asOf(String facts, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return AGO.matcher(facts).replaceAll(match -> '"' + before(second, match).toString() + '"');
  }

  private static Instant before(Instant now, MatchResult ago) {
    long number = Long.parseLong(ago.group(1));
    return ago.group(2).equals("d")
        ? now.minus(number, ChronoUnit.DAYS)
        : now.minus(number, ChronoUnit.HOURS);
  }
}
