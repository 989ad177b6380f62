package dev.portolan.ingestion.sync;

import static dev.portolan.ingestion.Descriptors.component;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Of a folder in an archive it is said of every file what is wrong with it, and where in it. */
class ZippedFilesIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String MANIFEST = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

  private static RunningIngestion ingestion;

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @Test
  void everyFileIsReadByItselfAndEveryProblemHasItsFileAndLine() throws IOException {
    var files = new LinkedHashMap<String, String>();
    files.put("good.jsonl", component("zip-a", "a") + component("zip-b", "a"));
    files.put(
        "array.json", "[\n" + component("zip-c", "a") + ",\n" + component("zip d", "a") + "]");
    files.put("broken.yaml", "# above\nkind: [Component\n");
    files.put("latin.yaml", "kind: Component\nx: gr\u00fcn\n");
    files.put("cut/off.json", "[" + component("zip-e", "a"));
    files.put("k8s.yaml", "---\n" + MANIFEST + "---\n" + MANIFEST);
    files.put("again.json", component("zip-a", "b"));

    JsonNode answer = whatIf("zipped", zip(files)).body();

    assertThat(answer.path("changes").findValuesAsString("ref"))
        .containsExactly(
            "component:default/zip-a",
            "component:default/zip-b",
            "component:default/zip-c",
            "component:default/zip-e");
    assertThat(answer.path("rejected"))
        .extracting(
            each -> each.path("path").asString(),
            each -> each.path("document").asInt(),
            each -> each.path("line").asInt(),
            each -> each.path("rule").asString())
        .containsExactly(
            tuple("array.json", 2, 4, "name"),
            tuple("broken.yaml", 1, 3, "yaml"),
            tuple("latin.yaml", 1, 2, "encoding"),
            tuple("cut/off.json", 2, 2, "body"),
            tuple("again.json", 1, 1, "duplicate"));
    assertThat(answer.path("rejectedDocuments").asInt()).isEqualTo(5);
    assertThat(answer.path("passedOver"))
        .extracting(
            each -> each.path("path").asString(),
            each -> each.path("line").asInt(),
            each -> each.path("reason").asString())
        .containsExactly(
            tuple("k8s.yaml", 1, "a Kubernetes manifest, v1 Service"),
            tuple("k8s.yaml", 5, "a Kubernetes manifest, v1 Service"));
    assertThat(answer.path("passedOverDocuments").asInt()).isEqualTo(2);
    assertThat(ingestion.get("/api/entities/component/default/zip-a").status()).isEqualTo(404);
    assertThat(ingestion.get("/api/sources/zipped").status()).isEqualTo(404);
  }

  @Test
  void aFolderThatIsAllThatTheSourceSaysRetractsWhatItDoesNotName() throws IOException {
    ingestion.post(
        "/api/sources/zip-full/entities", component("full-a", "a") + component("full-b", "a"));

    JsonNode answer =
        whatIf("zip-full", "full", zip(Map.of("a.json", component("full-a", "a")))).body();

    assertThat(answer.path("changes").findValuesAsString("change")).containsExactly("DELETED");
    assertThat(answer.path("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void aFileOfWhichNobodyKnowsWhatItNamesRetractsNothing() throws IOException {
    ingestion.post(
        "/api/sources/zip-part/entities", component("part-a", "a") + component("part-b", "a"));

    JsonNode answer =
        whatIf(
                "zip-part",
                "full",
                zip(Map.of("a.json", component("part-a", "a"), "b.json", "[{\"kind\": ")))
            .body();

    assertThat(answer.path("changes")).isEmpty();
    assertThat(answer.path("notes").toString()).contains("nothing was retracted");
  }

  @Test
  void filesArePushedAsTheyAreForeseenWhateverTheirOrder() throws IOException {
    var files = new LinkedHashMap<String, String>();
    files.put("a/crane.json", crane("one", "{\"reach\": 40}"));
    files.put("b/again.json", crane("one", "{\"reach\": 60}"));
    files.put("b/bare.json", crane("two", "{}"));
    files.put("c/cut.json", "[" + component("quay-e", "a"));
    files.put("d/manifest.yaml", MANIFEST);
    files.put(
        "z/kind.yaml",
        """
        apiVersion: portolan.dev/v1
        kind: Kind
        metadata: {name: Crane}
        spec: {schema: {type: object, required: [reach]}}
        """);

    for (String query : List.of("?mode=delta", "?mode=full")) {
      JsonNode answer = push("quay" + query.substring(6), query, zip(files)).body();

      assertThat(answer.path("entities").findValuesAsString("ref"))
          .contains("crane:default/one", "component:default/quay-e");
      assertThat(answer.path("problems"))
          .extracting(each -> each.path("path").asString(), each -> each.path("rule").asString())
          .containsExactlyInAnyOrder(
              tuple("b/again.json", "duplicate"),
              tuple("b/bare.json", "spec.required"),
              tuple("c/cut.json", "body"));
      assertThat(answer.path("others").path(0).path("path").asString())
          .isEqualTo("d/manifest.yaml");
    }
  }

  @Test
  void ofAnArchiveThatIsNotWholeNothingIsPushed() throws IOException {
    byte[] zip = zip(Map.of("a.json", component("half-a", "a")));

    Reply reply = push("half", "?mode=full", Arrays.copyOf(zip, zip.length - 30));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("detail").asString())
        .contains("no whole zip archive", "0 documents were taken");
    assertThat(ingestion.get("/api/entities/component/default/half-a").status()).isEqualTo(404);
  }

  private static String crane(String name, String spec) {
    return """
        {"apiVersion": "acme.org/v1", "kind": "Crane", "metadata": {"name": "%s"}, "spec": %s}
        """
        .formatted(name, spec);
  }

  private static Reply push(String source, String query, byte[] zip) {
    return ingestion.post(
        "/api/sources/" + source + "/entities" + query, "Application/zip; name=files", zip);
  }

  @Test
  void anArchiveThatIsNotWholeIsRefused() throws IOException {
    byte[] zip = zip(Map.of("a.json", component("cut-a", "a")));

    for (byte[] cut :
        new byte[][] {new byte[0], "no zip".getBytes(UTF_8), Arrays.copyOf(zip, zip.length - 30)}) {
      Reply reply = whatIf("cut", cut);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body().path("detail").asString()).contains("no whole zip archive");
    }
  }

  @Test
  void moreThanIsReadIsRefusedHoweverSmallItIsPacked() throws IOException {
    String megabyte = "#\n".repeat(1 << 19);
    var files = new LinkedHashMap<String, String>();
    for (int i = 0; i <= 64; i++) {
      files.put(i + ".yaml", megabyte);
    }
    Reply unpacked = whatIf("large", zip(files));
    assertThat(unpacked.status()).isEqualTo(413);
    assertThat(unpacked.body().path("detail").asString()).contains("64 MB together");

    byte[] noise = new byte[17 << 20];
    new Random(6).nextBytes(noise);
    Reply packed = whatIf("large", zip(Map.of("a.yaml", new String(noise, ISO_8859_1))));
    assertThat(packed.status()).isEqualTo(413);
    assertThat(packed.body().path("detail").asString()).contains("16 MB as an archive");
  }

  @Test
  void aNameThatIsLongerThanAnyNameIsRefused() throws IOException {
    Reply reply = whatIf("names", zip(Map.of("a".repeat(1_001), "kind: Component")));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("detail").asString()).contains("1000 characters");
  }

  private static Reply whatIf(String source, byte[] zip) {
    return whatIf(source, "delta", zip);
  }

  private static Reply whatIf(String source, String mode, byte[] zip) {
    return ingestion.post(
        "/api/sources/" + source + "/what-if?mode=" + mode, "application/zip", zip);
  }

  /** Characters beyond ASCII are written in Latin 1, as an editor of old would. */
  private static byte[] zip(Map<String, String> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(ISO_8859_1));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
