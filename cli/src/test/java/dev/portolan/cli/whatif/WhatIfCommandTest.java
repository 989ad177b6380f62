package dev.portolan.cli.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class WhatIfCommandTest {
  private static final String UNCHANGED =
      """
      {"changes":[],"unchanged":1,"rejected":[],"notes":[],"held":null,
       "impact":{"total":0,"complete":true,"incompleteReason":null,"byDepth":[],"byKind":[],"byOwner":[],"ownersTotal":0,"owners":[]},
       "lost":{"total":0,"steps":[]},"gained":{"total":0,"steps":[]},"appearing":[],"appearingTotal":0,
       "disappearing":[],"disappearingTotal":0,"scorecards":[]}""";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer services;
  private String asked = "";

  @BeforeEach
  void somethingIsProposed() throws IOException {
    services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    services.start();
    Files.writeString(folder.resolve("web.yaml"), "kind: Component\n");
    answering(
        "/api/sources", 200, "{\"sources\":[{\"source\":\"git\"},{\"source\":\"restored\"}]}");
  }

  @AfterEach
  void stop() {
    services.stop(0);
  }

  @Test
  void theOnlySourceIsSupposedToSayAllThatIsInTheFolder() {
    answering("/graphql", 200, data(UNCHANGED));

    assertThat(whatIf()).isZero();
    assertThat(out.toString(UTF_8)).startsWith("Nothing would change (1 entity would");
    JsonNode variables = Fixtures.json(asked).path("variables");
    assertThat(variables.path("source").asString()).isEqualTo("git");
    assertThat(variables.path("mode").asString()).isEqualTo("DELTA");
    assertThat(variables.path("documents").asString()).isEqualTo("---\nkind: Component\n\n");
  }

  @Test
  void aFullSyncOfANamedSourceIsAskedForAsJson() {
    answering("/graphql", 200, data(UNCHANGED));

    assertThat(whatIf("--source", "mine", "--full", "--format", "json")).isZero();
    assertThat(Fixtures.json(out.toString(UTF_8)).path("source").asString()).isEqualTo("mine");
    assertThat(Fixtures.json(asked).at("/variables/mode").asString()).isEqualTo("FULL");
  }

  @Test
  void severalSourcesHaveToBeToldApart() {
    services.removeContext("/api/sources");
    answering("/api/sources", 200, "{\"sources\":[{\"source\":\"a\"},{\"source\":\"b\"}]}");

    assertThat(whatIf()).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("--source", "a, b.");
  }

  @Test
  void rejectedDocumentsAreAFailureThatIsTold() {
    answering(
        "/graphql",
        200,
        data(
            UNCHANGED.replace(
                "\"rejected\":[]",
                "\"rejected\":[{\"document\":1,\"line\":2,\"rule\":\"name\",\"message\":\"No name.\"}]")));

    assertThat(whatIf()).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("web.yaml:1", "No name.");
  }

  @Test
  void anAnswerThatLacksAPartIsPrintedAndIsAFailure() {
    answering(
        "/graphql",
        200,
        """
        {"data":{"whatIf":%s},"errors":[{"message":"scorecard-service is away.",
          "path":["whatIf","scorecards"],"extensions":{"code":"SERVICE_AWAY"}}]}"""
            .formatted(UNCHANGED.replace("\"scorecards\":[]", "\"scorecards\":null")));

    assertThat(whatIf()).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("scorecards: scorecard-service is away.");
  }

  @Test
  void aRefusalIsPassedOnInItsOwnWords() {
    answering(
        "/graphql",
        200,
        """
        {"data":{"whatIf":null},"errors":[{"message":"The push would change more than 5000 entities.",
          "path":["whatIf"]}]}""");

    assertThat(whatIf()).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("The push would change more than 5000 entities.");
  }

  @Test
  void aBodyThatIsTooLongIsRefusedWithItsBound() {
    answering("/graphql", 413, "{\"status\":413,\"detail\":\"A request may have 1048576 bytes.\"}");

    assertThat(whatIf()).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("A request may have 1048576 bytes.");
  }

  @Test
  void whereNobodyAnswersTheWayToStartItIsTold() {
    services.stop(0);

    assertThat(whatIf("--source", "git")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("./portolan up");
  }

  private int whatIf(String... options) {
    WhatIfCommand command = new WhatIfCommand();
    command.gateway = address();
    command.ingestion = address();
    command.out = new PrintStream(out, true, UTF_8);
    command.err = new PrintStream(err, true, UTF_8);
    CommandLine line = new CommandLine(command);
    return line.execute(
        Stream.concat(Stream.of(folder.toString()), Stream.of(options)).toArray(String[]::new));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + services.getAddress().getPort());
  }

  private static String data(String whatIf) {
    return "{\"data\":{\"whatIf\":" + whatIf + "}}";
  }

  private void answering(String path, int status, String body) {
    services.createContext(
        path,
        exchange -> {
          asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
