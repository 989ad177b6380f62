package dev.portolan.cli.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.portolan.cli.CommandFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestionTest {
  private HttpServer service;
  private Ingestion ingestion;

  @BeforeEach
  void listen() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.start();
    ingestion =
        new Ingestion(URI.create("http://127.0.0.1:" + service.getAddress().getPort()), "s");
  }

  @AfterEach
  void stop() {
    ingestion.close();
    service.stop(0);
  }

  @Test
  void aRefusedBeginningOfASyncIsToldInTheWordsOfTheService() {
    answering(
        400, "{\"title\":\"A name breaks its rule\",\"detail\":\"The source is not valid.\"}");

    assertThatThrownBy(() -> ingestion.begin(true))
        .isInstanceOf(CommandFailed.class)
        .hasMessage("The source is not valid.");
  }

  @Test
  void aRefusedEndOfAFullSyncIsNotTakenForOneThatRetractedNothing() {
    answering(409, "{\"detail\":\"The sync 7 has ended already.\"}");

    assertThatThrownBy(() -> ingestion.complete("7"))
        .isInstanceOf(CommandFailed.class)
        .hasMessage("The sync 7 has ended already.");
  }

  @Test
  void refusedDocumentsAreAnAnswerAndDoNotEndTheLoad() {
    answering(422, "{\"rejected\":1,\"detail\":\"It breaks a rule.\"}");

    assertThat(ingestion.send("7", () -> new ByteArrayInputStream(new byte[0])).rejected())
        .isEqualTo(1);
  }

  private void answering(int status, String body) {
    service.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
