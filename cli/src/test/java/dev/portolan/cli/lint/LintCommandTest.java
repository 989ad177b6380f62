package dev.portolan.cli.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.portolan.cli.CommandFailed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTest {
  private static final String CLEAN =
      """
      {"changes":[{"ref":"component:default/web","change":"CREATED","version":1,"before":null,
        "after":{"kind":"Component"},"changed":[]}],
       "unchanged":0,"rejected":[],"rejectedDocuments":0,"passedOver":[],"passedOverDocuments":0,
       "notes":[],"held":null}""";

  private static final String REJECTED =
      """
      {"changes":[],"unchanged":0,"rejected":[{"document":1,"line":3,"field":"/metadata/name",
        "rule":"metadata.name","message":"No name.","ref":null,"path":"shop/web.yaml"}],
       "rejectedDocuments":1,"passedOver":[],"passedOverDocuments":0,"notes":[],"held":null}""";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final LintCommand command = new LintCommand();
  private HttpServer service;
  private String asked = "";
  private Map<String, String> files = Map.of();

  @BeforeEach
  void aShopIsProposed() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.start();
    Path shop = Files.createDirectories(folder.resolve("shop"));
    Files.writeString(shop.resolve("web.yaml"), "kind: Component\n");
    command.spec = CommandSpec.create().version("1.2.3");
    command.path = folder;
    command.source = "shop";
    command.url = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/");
    command.out = new PrintStream(out, true, UTF_8);
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void whatWouldBeTakenEndsWithZero() {
    answering(200, CLEAN);

    assertThat(command.call()).isZero();
    assertThat(out.toString(UTF_8))
        .contains("created  component:default/web")
        .contains("1 file as a part of what the source shop says: 1 created,");
    assertThat(asked).isEqualTo("/api/sources/shop/what-if?mode=delta");
  }

  @Test
  void whatWouldBeRejectedEndsWithOneAndIsFoundInItsFile() {
    answering(200, REJECTED);

    assertThat(command.call()).isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .startsWith(folder.resolve("shop/web.yaml") + ":3: metadata.name: No name.\n");
  }

  @Test
  void aFullSyncIsAskedForInTheNameOfTheFolder() {
    answering(200, CLEAN);
    command.path = folder.resolve("shop");
    command.source = null;
    command.full = true;

    assertThat(command.call()).isZero();
    assertThat(asked).isEqualTo("/api/sources/shop/what-if?mode=full");
  }

  @Test
  void everyFileIsSentUnderItsOwnNameAsItIs() throws IOException {
    answering(200, CLEAN);
    Files.write(folder.resolve("odd.json"), new byte[] {'[', (byte) 0xff});
    gzip(folder.resolve("all.jsonl.gz"), "{\"kind\":\"API\"}");
    Files.writeString(folder.resolve("no.yaml.gz"), "no gzip");
    Files.writeString(folder.resolve("README.md"), "# No descriptor");

    command.call();

    assertThat(files)
        .containsExactly(
            Map.entry("all.jsonl.gz", "{\"kind\":\"API\"}"),
            Map.entry("no.yaml.gz", "no gzip"),
            Map.entry("odd.json", "[\uFFFD"),
            Map.entry("shop/web.yaml", "kind: Component\n"));
  }

  @Test
  void aFileAloneHasItsNameAndIsFoundAgain() {
    answering(200, REJECTED.replace("shop/web.yaml", "web.yaml"));
    command.path = folder.resolve("shop/web.yaml");

    assertThat(command.call()).isEqualTo(1);
    assertThat(files).containsOnlyKeys("web.yaml");
    assertThat(out.toString(UTF_8)).startsWith(folder.resolve("shop/web.yaml") + ":3: ");
  }

  @Test
  void theOtherFormsArePrintedAlone() {
    answering(200, REJECTED);
    command.format = Format.sarif;

    assertThat(command.call()).isEqualTo(1);
    assertThat(JsonMapper.shared().readTree(out.toString(UTF_8)).at("/runs/0/results")).hasSize(1);

    out.reset();
    command.format = Format.github;
    assertThat(command.call()).isEqualTo(1);
    assertThat(out.toString(UTF_8)).startsWith("::error file=");
  }

  @Test
  void aRefusalIsPassedOnInItsOwnWords() {
    answering(
        422, "{\"status\":422,\"detail\":\"The push would change more than 5000 entities.\"}");

    assertThatThrownBy(command::call)
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("would change more than 5000 entities");
    assertThat(out.size()).isZero();
  }

  @Test
  void anAnswerWithoutAVerdictIsNoCleanOne() {
    answering(200, "{}");

    assertThatThrownBy(command::call).isInstanceOf(CommandFailed.class);
  }

  @Test
  void filesThatAreTooLongTogetherAreNotSent() throws IOException {
    answering(200, CLEAN);
    byte[] megabyte = " ".repeat(1 << 20).getBytes(UTF_8);
    try (OutputStream large = Files.newOutputStream(folder.resolve("large.yaml"))) {
      for (int i = 0; i < 65; i++) {
        large.write(megabyte);
      }
    }

    assertThatThrownBy(command::call).hasMessageContaining("more than 64 MB");
    assertThat(asked).isEmpty();
  }

  private static void gzip(Path file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private void answering(int status, String body) {
    service.createContext(
        "/",
        exchange -> {
          asked = exchange.getRequestURI().toString();
          files = unzipped(exchange.getRequestBody().readAllBytes());
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static Map<String, String> unzipped(byte[] archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }
}
