package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class InitiativeQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String PUSH = "POST /api/sources/portal/entities";
  private static final String CHECK = "POST /api/scorecards/check";

  static String initiatives() {
    return """
        {"initiatives":[{"ref":"initiative:default/tls","version":2,"title":"TLS","description":null,
          "owner":"group:default/platform","status":"DELAYED","start":null,"deadline":"2026-11-01T00:00:00Z",
          "filter":"true","rules":[{"id":"ready.drill","title":"drill of default/ready"}],
          "problems":[{"field":"/spec/filter","rule":null,"line":1,"column":2,"message":"odd"}],
          "entities":9,"open":4,"percentage":55.5}]}""";
  }

  @BeforeEach
  void theServicesAnswer() {
    TestingServices services = gateway.services();
    services.answer(SCORECARD, "GET /api/initiatives", body -> initiatives());
    services.answer(SCORECARD, "GET /api/scorecards", body -> Fixtures.scorecards());
    services.answer(SCORECARD, CHECK, body -> "{\"problems\":[]}");
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    services.answer(
        INGESTION,
        PUSH,
        body ->
            """
            {"entities":[{"ref":"initiative:default/tls","version":3,"change":"UPDATED"}]}""");
  }

  @Test
  void anInitiativeSaysAllOfItself() {
    JsonNode answer =
        gateway.ask(
            """
            { initiatives { ref } initiative(ref: "tls") { ref version title description owner { title } ownerRef status
                start deadline filter rules { id title } problems { field line column message }
                entities open percentage } }""");
    JsonNode tls = answer.at("/data/initiative");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/initiatives/0/ref").asString()).isEqualTo("initiative:default/tls");
    assertThat(tls.at("/status").asString()).isEqualTo("DELAYED");
    assertThat(tls.at("/start").isNull()).isTrue();
    assertThat(tls.at("/deadline").asString()).startsWith("2026-11-01T00:00");
    assertThat(tls.at("/owner/title").asString()).isEqualTo("Team platform");
    assertThat(tls.at("/rules/0/id").asString()).isEqualTo("ready.drill");
    assertThat(tls.at("/problems/0/column").asInt()).isEqualTo(2);
    assertThat(tls.at("/percentage").asDouble()).isEqualTo(55.5);
    assertThat(gateway.ask("{ initiative(ref: \"gone\") { ref } }").at("/data/initiative").isNull())
        .isTrue();
  }

  @Test
  void whoHasSomethingLeftToDoIsReadPageByPage() {
    gateway
        .services()
        .answer(
            SCORECARD,
            "GET /api/initiatives/default/tls/open",
            body ->
                """
                {"total":4,"open":[{"entity":"component:default/a","owners":["group:default/payments"],"rules":["ready.drill"]}],
                 "hasNextPage":true}""");
    String question =
        """
        query($after: String) { initiative(ref: "tls") { openEntities(first: 1, after: $after) { totalCount
            nodes { ref entity { name } ownerRefs owners { title } rules } pageInfo { endCursor hasNextPage } } } }""";

    JsonNode page = gateway.ask(question).at("/data/initiative/openEntities");

    assertThat(page.at("/totalCount").asInt()).isEqualTo(4);
    assertThat(page.at("/nodes/0/owners/0/title").asString()).isEqualTo("Team payments");
    assertThat(page.at("/nodes/0/rules/0").asString()).isEqualTo("ready.drill");
    gateway.services().forget();
    theServicesAnswer();
    gateway.ask(question, Map.of("after", page.at("/pageInfo/endCursor").asString()));
    assertThat(gateway.services().asked().getLast().query())
        .isEqualTo("first=1&after=component:default/a");
    JsonNode answer =
        gateway.ask(
            "{ initiative(ref: \"tls\") { openEntities(owner: \"payments\") { totalCount } } }");
    assertThat(gateway.services().asked().getLast().query())
        .as(answer.toString())
        .contains("owner=group:default/payments");
  }

  @Test
  void itsGroupsAndItsDaysAreAskedForAsThoseOfScorecards() {
    gateway
        .services()
        .answer(SCORECARD, "GET /api/initiatives/default/tls/roll-up", b -> Standings.rollUp());
    gateway
        .services()
        .answer(SCORECARD, "GET /api/initiatives/default/tls/trend", body -> Standings.trend());

    JsonNode answer =
        gateway.ask(
            "{ initiative(ref: \"tls\") { rollUp { ref levels { count } } trend(days: 2) { day } } }");

    assertThat(answer.at("/data/initiative/rollUp/0/levels/0/count").asInt()).isEqualTo(2);
    assertThat(answer.at("/data/initiative/trend/1/day").asString()).isEqualTo("2026-11-24");
  }

  @Test
  void anInitiativeIsSavedAsADescriptorOfTheSourcePortal() {
    JsonNode answer =
        save(
            """
            name: "tls", title: "TLS", owner: "platform", status: ACTIVE, start: "2027-01-01T01:00:00+01:00",
            deadline: "2027-03-31T00:00:00Z", filter: "true", remindDays: [3],
            targets: [{scorecard: "ready", rules: ["drill"]}, {scorecard: "scorecard:ready", level: "gold"}]""");

    assertThat(answer.at("/data/saveInitiative/version").asInt())
        .as(answer.toString())
        .isEqualTo(3);
    assertThat(gateway.services().lastBody(INGESTION, PUSH).toString())
        .isEqualTo(
            """
            [{"apiVersion":"portolan.dev/v1","kind":"Initiative",\
            "metadata":{"name":"tls","namespace":"default","title":"TLS"},\
            "spec":{"owner":"platform","status":"active","start":"2027-01-01T00:00:00Z",\
            "deadline":"2027-03-31T00:00:00Z","filter":"true","remindDays":[3],\
            "targets":[{"scorecard":"scorecard:default/ready","rules":["drill"]},\
            {"scorecard":"scorecard:default/ready","level":"gold"}]}}]""");
    assertThat(
            gateway.services().lastBody(SCORECARD, CHECK).at("/scorecard/spec/filter").asString())
        .isEqualTo("true");
  }

  @Test
  void whatAnInitiativeNamesMustBeThere() {
    assertRefused(
        "targets: [{scorecard: \"raedy\", level: \"gold\"}]",
        "There is no scorecard scorecard:default/raedy; there are scorecard:default/ready.");
    assertRefused(
        "targets: [{scorecard: \"ready\", level: \"platinum\"}]",
        "scorecard:default/ready has no level platinum; it has bronze, gold.");
    assertRefused(
        "targets: [{scorecard: \"ready\", rules: [\"dril\"]}]",
        "scorecard:default/ready has no rule dril; it has has-owner, drill.");
    assertRefused("targets: [{scorecard: \"ready\"}]", "`targets[0]` names either");
    assertRefused(
        "targets: [{scorecard: \"ready\", rules: [\"drill\"], level: \"gold\"}]", "names either");
    assertRefused("targets: []", "names nothing");
    assertRefused(
        "start: \"2028-01-01T00:00:00Z\", targets: [{scorecard: \"ready\", level: \"gold\"}]",
        "not before `deadline`");
    assertThat(gateway.services().askedWhat()).doesNotContain("ingestion-service " + PUSH);
  }

  @Test
  void aFilterThatIsNoExpressionIsRefusedWithItsPlace() {
    gateway
        .services()
        .answer(
            SCORECARD,
            CHECK,
            body ->
                """
                {"problems":[{"field":"/spec/filter","rule":null,"line":1,"column":8,"message":"undefined field 'knid'"}]}""");

    assertRefused(
        "filter: \"entity.knid == ''\", targets: [{scorecard: \"ready\", level: \"gold\"}]",
        "/spec/filter at 1:8: undefined field 'knid'");
    assertThat(gateway.services().askedWhat()).doesNotContain("ingestion-service " + PUSH);
  }

  private static void assertRefused(String rest, String why) {
    JsonNode answer = save("name: \"tls\", deadline: \"2027-03-31T00:00:00Z\", " + rest);
    assertThat(answer.at("/errors/0/message").asString()).contains(why);
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
  }

  private static JsonNode save(String input) {
    return gateway.ask("mutation { saveInitiative(input: {" + input + "}) { ref version } }");
  }
}
