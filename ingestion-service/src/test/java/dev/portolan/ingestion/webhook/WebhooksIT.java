package dev.portolan.ingestion.webhook;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.ingestion.rereading.GitRepository;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Git repositories whose server tells of pushes; each test has a source of its own. */
class WebhooksIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String SECRET = "whsec_" + base64("a secret of some length".getBytes(UTF_8));

  @TempDir private static Path folder;
  private static RunningIngestion ingestion;

  @BeforeAll
  static void start() throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("PORTOLAN_WEBHOOK_TEST"), SECRET + "\n");
    ingestion =
        RunningIngestion.start(
            servers,
            "--portolan.adapters.folders=" + folder,
            "--portolan.webhooks.secrets-folder=" + secrets);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @Test
  void aPushToTheSourcesBranchHasItReadOnce() {
    GitRepository repository = repository("pushed", "github");
    repository.commit(Map.of("a.yaml", component("pushed-a")));

    Reply taken = gitHub("pushed", "push", "1", push(repository, "main"));
    Reply again = gitHub("pushed", "push", "1", push(repository, "main"));

    assertThat(taken.status()).as(taken.body().toString()).isEqualTo(202);
    await().until(() -> exists("pushed-a"));
    assertThat(syncs("pushed").getFirst().path("sync")).isEqualTo(taken.body().path("sync"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("reason").asString()).contains("taken before");
    assertThat(syncs("pushed")).hasSize(1);
  }

  @Test
  void whatDoesNotConcernTheSourceIsAnsweredAndTriggersNothing() {
    GitRepository repository = repository("quiet", "github");

    List<Reply> replies =
        List.of(
            gitHub("quiet", "ping", "1", "{\"zen\": \"Keep it logically awesome.\"}"),
            gitHub("quiet", "issues", "2", "{}"),
            gitHub("quiet", "push", "3", push(repository, "feature")),
            gitHub("quiet", "push", "4", push(repository, "main").replace("quiet", "another")));

    assertThat(replies).extracting(Reply::status).containsOnly(200);
    assertThat(replies)
        .extracting(reply -> reply.body().path("triggered").asBoolean(true))
        .containsOnly(false);
    assertThat(replies.get(2).body().path("reason").asString()).contains("the branch feature");
    assertThat(syncs("quiet")).isEmpty();
  }

  @Test
  void whoKnowsNoSecretIsToldNothing() {
    GitRepository repository = repository("closed", "github");
    folderSource("open");
    byte[] body = push(repository, "main").getBytes(UTF_8);
    Map<String, String> forged =
        Map.of(
            "X-GitHub-Event", "push", "X-GitHub-Delivery", "1", "X-Hub-Signature-256", "sha256=");

    Reply wrong = ingestion.post("/api/sources/closed/webhook", forged, body);
    Reply unknown = ingestion.post("/api/sources/nobody/webhook", forged, body);
    Reply without = ingestion.post("/api/sources/open/webhook", Map.of(), body);
    Reply large = ingestion.post("/api/sources/closed/webhook", forged, new byte[(1 << 20) + 1]);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(told(unknown)).isEqualTo(told(wrong));
    assertThat(told(without)).isEqualTo(told(wrong));
    assertThat(large.status()).isEqualTo(413);
    assertThat(syncs("closed")).isEmpty();
  }

  @Test
  void severalDeliveriesWhileASyncRunsHaveOneMoreFollowIt() {
    GitRepository repository = repository("busy", "github");
    repository.commit(Map.of("a.yaml", component("busy-a")));
    long running = runsElsewhere("busy");

    for (String delivery : List.of("1", "2", "3")) {
      Reply reply = gitHub("busy", "push", delivery, push(repository, "main"));
      assertThat(reply.status()).isEqualTo(202);
      assertThat(reply.body().has("sync")).isFalse();
    }
    repository.commit(Map.of("a.yaml", component("busy-b")));
    ends(running);

    await().until(() -> exists("busy-b"));
    await().until(() -> syncs("busy").getFirst().path("status").asString().equals("DONE"));
    assertThat(source("busy").path("nextRunAt").isNull()).isTrue();
    assertThat(syncs("busy")).hasSize(2);
  }

  @Test
  void aStandardWebhookIsTakenWithinFiveMinutes() {
    GitRepository repository = repository("standard", "standard");
    repository.commit(Map.of("a.yaml", component("standard-a")));
    long now = Instant.now().getEpochSecond();

    Reply old = standard("standard", "msg_1", now - 400);
    Reply taken = standard("standard", "msg_1", now);
    Reply again = standard("standard", "msg_1", now);

    assertThat(old.status()).isEqualTo(400);
    assertThat(old.body().path("detail").asString()).contains("clock");
    assertThat(taken.status()).isEqualTo(202);
    assertThat(again.body().path("triggered").asBoolean(true)).isFalse();
    await().until(() -> exists("standard-a"));
  }

  @Test
  void aSourceShowsTheNameOfItsSecretAndRefusesOneThatIsNotThere() {
    GitRepository repository = repository("shown", "gitlab");

    assertThat(source("shown").path("webhook").toString())
        .isEqualTo("{\"scheme\":\"gitlab\",\"secret\":\"PORTOLAN_WEBHOOK_TEST\"}");
    assertThat(put("shown", repository, "gitlab", "PORTOLAN_WEBHOOK_NONE").status()).isEqualTo(422);
    assertThat(put("shown", repository, "svn", "PORTOLAN_WEBHOOK_TEST").status()).isEqualTo(422);
    assertThat(put("shown", repository, "github", "PORTOLAN_POSTGRES_PASSWORD").status())
        .isEqualTo(422);
  }

  private static String told(Reply reply) {
    return reply.status() + reply.body().toString().replaceAll("/api/sources/\\w+/", "");
  }

  private static Reply gitHub(String source, String event, String delivery, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return ingestion.post(
        "/api/sources/" + source + "/webhook",
        Map.of(
            "X-GitHub-Event",
            event,
            "X-GitHub-Delivery",
            delivery,
            "X-Hub-Signature-256",
            "sha256=" + HexFormat.of().formatHex(Hmac.of(SECRET.getBytes(UTF_8), bytes))),
        bytes);
  }

  private static Reply standard(String source, String id, long timestamp) {
    byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
    byte[] content = (id + "." + timestamp + ".{}").getBytes(UTF_8);
    return ingestion.post(
        "/api/sources/" + source + "/webhook",
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(timestamp),
            "webhook-signature",
            "v1," + base64(Hmac.of(key, content))),
        "{}".getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String push(GitRepository repository, String branch) {
    return """
        {"ref": "refs/heads/%s", "repository": {"clone_url": "%s", "default_branch": "main"}}"""
        .formatted(branch, repository.url());
  }

  private static GitRepository repository(String source, String scheme) {
    GitRepository repository = new GitRepository(folder.resolve(source));
    Reply reply = put(source, repository, scheme, "PORTOLAN_WEBHOOK_TEST");
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
    return repository;
  }

  private static Reply put(String source, GitRepository repository, String scheme, String secret) {
    return ingestion.put(
        "/api/sources/" + source,
        """
        {"adapter": "git", "configuration": {"url": "%s"},
         "webhook": {"scheme": "%s", "secret": "%s"}}"""
            .formatted(repository.url(), scheme, secret));
  }

  private static void folderSource(String source) {
    ingestion.put(
        "/api/sources/" + source,
        "{\"adapter\": \"folder\", \"configuration\": {\"path\": \"%s\"}}".formatted(folder));
  }

  /** A run of the adapter that goes on until it is said to end. */
  private static long runsElsewhere(String source) {
    return ingestion
        .database()
        .sql(
            """
            insert into sync (source, mode, origin, status, started_at)
            values (?, 'full', 'adapter', 'RUNNING', now()) returning id
            """)
        .param(source)
        .query(Long.class)
        .single();
  }

  private static void ends(long sync) {
    ingestion
        .database()
        .sql("update sync set status = 'DONE', ended_at = now() where id = ?")
        .param(sync)
        .update();
  }

  private static List<JsonNode> syncs(String source) {
    return ingestion
        .get("/api/sources/" + source + "/syncs")
        .body()
        .path("syncs")
        .valueStream()
        .toList();
  }

  private static JsonNode source(String name) {
    return ingestion.get("/api/sources/" + name).body();
  }

  private static boolean exists(String name) {
    return ingestion.get("/api/entities/component/default/" + name).status() == 200;
  }

  private static String component(String name) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: %s}
    spec: {type: service, lifecycle: production, owner: a}
    """
        .formatted(name);
  }
}
