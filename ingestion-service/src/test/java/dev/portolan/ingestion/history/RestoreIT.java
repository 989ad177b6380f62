package dev.portolan.ingestion.history;

import static dev.portolan.ingestion.Descriptors.component;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.ingestion.history.postgres.Purge;
import dev.portolan.stack.junit.LocalServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * What is deleted is seen, brought back, or lives on under another name; each test has entities of
 * its own.
 */
class RestoreIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

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
  void whatIsDeletedIsRestoredAsItWasLast() {
    say("back", "a");
    say("back", "b");
    retract("back");

    Reply reply = restore("back", "");

    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    assertThat(reply.body().path("ref").asString()).isEqualTo("component:default/back");
    assertThat(reply.body().path("version").asLong()).isEqualTo(4);
    assertThat(reply.body().path("change").asString()).isEqualTo("CREATED");
    assertThat(reply.body().path("restoredVersion").asLong()).isEqualTo(2);
    JsonNode event = now("back");
    assertThat(event.path("entity")).isEqualTo(version("back", 2).path("entity"));
    assertThat(event.path("sources").toString()).isEqualTo("[\"restored\"]");
    assertThat(ingestion.records("component:default/back").getLast().value())
        .as("it is published")
        .contains("\"version\":4");
  }

  @Test
  void anEarlierVersionIsRestoredWhenAskedFor() {
    say("earlier", "a");
    say("earlier", "b");
    retract("earlier");

    assertThat(restore("earlier", "{\"version\":1}").body().path("restoredVersion").asLong())
        .isEqualTo(1);
    assertThat(now("earlier").path("entity")).isEqualTo(version("earlier", 1).path("entity"));
  }

  @Test
  void whatIsRestoredGoesWhenTheSourceThatSpokeAgainRetractsIt() {
    say("again", "a");
    retract("again");
    restore("again", "");

    say("again", "c");
    assertThat(now("again").path("sources").toString()).isEqualTo("[\"restore-it\"]");
    retract("again");

    assertThat(now("again").path("status").asInt()).isEqualTo(404);
    assertThat(observations("again")).isZero();
  }

  @Test
  void aSourceThatSaysTheSameAgainTakesItOverWithoutAChange() {
    say("same", "a");
    retract("same");
    restore("same", "");

    say("same", "a");
    assertThat(now("same").path("version").asLong()).isEqualTo(3);
    assertThat(observations("same")).isOne();
    retract("same");

    assertThat(now("same").path("status").asInt()).isEqualTo(404);
  }

  @Test
  void whatWasRestoredCanBeRetractedLikeAnythingElse() {
    say("twice", "a");
    retract("twice");
    restore("twice", "");

    ingestion.delete("/api/sources/restored/entities/component:default/twice");

    assertThat(now("twice").path("status").asInt()).isEqualTo(404);
    assertThat(restore("twice", "").body().path("restoredVersion").asLong()).isEqualTo(3);
  }

  @Test
  void whatCannotBeRestoredIsRefusedWithTheReason() {
    say("there", "a");
    refused(restore("there", ""), 409, "exists, in version 1");
    refused(restore("never", ""), 404, "never was");
    retract("there");
    refused(restore("there", "{\"version\":3}"), 404, "versions 1 to 2");
    refused(restore("there", "{\"version\":2}"), 422, "Held are 1.");
    refused(restore("there", "{\"version\":\"x\"}"), 400, "{\"version\":3}");
    refused(restore("there", "{\"version\":1}" + " ".repeat(1_100)), 413, "1024");
    refused(ingestion.put("/api/sources/restored", "{\"priority\":500}"), 409, "built in");
  }

  @Test
  void whatAPurgeRemovedIsRefusedWithTheVersionsThatAreHeld() {
    say("old", "a");
    say("old", "b");
    ingestion.bean(Purge.class).until(committedAt("old", 2));
    retract("old");

    Reply reply = restore("old", "{\"version\":1}");

    refused(reply, 410, "Held are 2.");
    assertThat(reply.body().path("held").toString()).isEqualTo("[2]");
  }

  @Test
  void aDeletionThatIsOlderThanTheRetentionIsListedWithoutItsState() {
    say("ancient", "a");
    retract("ancient");
    ingestion.bean(Purge.class).until(committedAt("ancient", 2));

    JsonNode listed =
        deleted("").stream()
            .filter(each -> each.path("ref").asString().endsWith("/ancient"))
            .findFirst()
            .orElseThrow();
    assertThat(listed.path("version").asLong()).isEqualTo(2);
    assertThat(listed.path("restorableVersion").isNull()).isTrue();
    assertThat(listed.path("title").isNull()).isTrue();
    refused(restore("ancient", ""), 410, "push the entity anew");
    say("ancient", "a");
    assertThat(now("ancient").path("version").asLong()).as("versions go on").isEqualTo(3);
  }

  @Test
  void whatIsDeletedIsListedPageByPageTheNewestFirst() {
    for (int i = 0; i < 7; i++) {
      post(group("gone-" + i));
    }
    for (int i = 0; i < 7; i++) {
      ingestion.delete("/api/sources/restore-it/entities/group:default/gone-" + i);
    }
    post(group("gone-3"));

    List<JsonNode> listed = deleted("&kind=Group");

    assertThat(listed)
        .extracting(each -> each.path("ref").asString().replace("group:default/gone-", ""))
        .containsExactly("6", "5", "4", "2", "1", "0");
    JsonNode newest = listed.getFirst();
    assertThat(newest.path("title").asString()).isEqualTo("Gone");
    assertThat(newest.path("kind").asString()).isEqualTo("Group");
    assertThat(newest.path("restorableVersion").asLong()).isEqualTo(1);
    assertThat(Instant.parse(newest.path("deletedAt").asString())).isAfter(Instant.EPOCH);
    refused(ingestion.get("/api/history/deleted?first=0"), 400, "first");
    refused(ingestion.get("/api/history/deleted?after=x"), 400, "'x'");
    refused(ingestion.get("/api/history/deleted?kind=a_b"), 400, "a_b");
  }

  @Test
  void whatIsListedNamesTheOwner() {
    say("owned", "team-x");
    retract("owned");

    assertThat(deleted("&kind=component"))
        .filteredOn(each -> each.path("ref").asString().endsWith("/owned"))
        .extracting(each -> each.path("owner").asString())
        .containsExactly("group:default/team-x");
  }

  /** All pages of four. */
  private static List<JsonNode> deleted(String filter) {
    var all = new ArrayList<JsonNode>();
    @Nullable String after = null;
    JsonNode page;
    do {
      page =
          ingestion
              .get(
                  "/api/history/deleted?first=4"
                      + filter
                      + (after == null ? "" : "&after=" + after))
              .body();
      page.path("deleted").forEach(all::add);
      after = page.path("endCursor").asString(null);
    } while (page.path("hasNextPage").asBoolean());
    assertThat(page.path("total").asInt()).isEqualTo(all.size());
    return all;
  }

  private static void refused(Reply reply, int status, String told) {
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
    assertThat(reply.body().path("detail").asString()).contains(told);
  }

  private static Reply restore(String name, String body) {
    return ingestion.post(path(name) + "/restore", body);
  }

  private static void say(String name, String owner) {
    post(component(name, owner));
  }

  private static void post(String body) {
    assertThat(ingestion.post("/api/sources/restore-it/entities", body).status()).isEqualTo(200);
  }

  @Test
  void whatIsRenamedKeepsTheHistoryOfTheNamesThatItSaysItHad() {
    say("wharf", "a");
    say("wharf", "b");
    sayRenamed("quay-1", "wharf, dock");

    assertThat(told("quay-1", "")).as("while the old one exists too").containsExactly("quay-1 1");

    retract("wharf");

    List<String> whole = List.of("wharf 3", "quay-1 1", "wharf 2", "wharf 1");
    assertThat(told("quay-1", "")).isEqualTo(whole);
    List<String> pages = new ArrayList<>();
    String after = "";
    do {
      pages.addAll(told("quay-1", "?first=1" + after));
      JsonNode page = ingestion.get(path("quay-1") + "/history?first=1" + after).body();
      after =
          page.path("hasNextPage").asBoolean() ? "&after=" + page.path("endCursor").asString() : "";
    } while (!after.isEmpty());
    assertThat(pages).as("page by page").isEqualTo(whole);
  }

  private static void sayRenamed(String name, String aliases) {
    String body =
        component(name, "a")
            .replace(
                "\"metadata\":{",
                "\"metadata\":{\"annotations\":{\"portolan.dev/aliases\":\"" + aliases + "\"},");
    assertThat(ingestion.post("/api/sources/restore-it/entities", body).status()).isEqualTo(200);
  }

  private static List<String> told(String name, String page) {
    return ingestion
        .get(path(name) + "/history" + page)
        .body()
        .path("changes")
        .valueStream()
        .map(
            event ->
                event.path("ref").asString().replace("component:default/", "")
                    + " "
                    + event.path("version").asLong())
        .toList();
  }

  private static void retract(String name) {
    ingestion.delete("/api/sources/restore-it/entities/component:default/" + name);
  }

  private static JsonNode now(String name) {
    return ingestion.get(path(name)).body();
  }

  private static JsonNode version(String name, long version) {
    for (JsonNode event : ingestion.get(path(name) + "/history").body().path("changes")) {
      if (event.path("version").asLong() == version) {
        return event;
      }
    }
    throw new AssertionError(name + " has no version " + version);
  }

  private static Instant committedAt(String name, long version) {
    return Instant.parse(version(name, version).path("committedAt").asString());
  }

  private static long observations(String name) {
    return ingestion
        .database()
        .sql("select count(*) from observation where ref = ?")
        .param("component:default/" + name)
        .query(Long.class)
        .single();
  }

  private static String path(String name) {
    return "/api/entities/component/default/" + name;
  }

  private static String group(String name) {
    return """
        {"apiVersion":"backstage.io/v1alpha1","kind":"Group","metadata":{"name":"%s","title":"Gone"},\
        "spec":{"type":"team","children":[]}}
        """
        .formatted(name);
  }
}
