package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

class LimitsIT {
  @RegisterExtension
  static final RunningGateway gateway = new RunningGateway("--portolan.limits.time=500ms");

  @Test
  void aPageThatIsTooLongIsRefusedBeforeAnythingIsAsked() {
    JsonNode answer = gateway.ask("{ entities(first: 100000) { totalCount } }");

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
    assertThat(answer.at("/errors/0/message").asString()).contains("0 to 500");
    assertThat(answer.get("data") == null || answer.get("data").isNull()).isTrue();
    assertThat(gateway.services().asked()).isEmpty();
  }

  @Test
  void graphiqlsQuestionForTheSchemaIsAnswered() {
    JsonNode answer = gateway.ask(IntrospectionQuery.INTROSPECTION_QUERY);

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/__schema/types").size()).isGreaterThan(30);
  }

  @Test
  void everyTypeAndFieldOfTheSchemaSaysWhatItIs() {
    JsonNode types =
        gateway
            .ask(
                """
                { __schema { types { name description
                    fields { name description } inputFields { name description } enumValues { name description } } } }""")
            .at("/data/__schema/types");

    assertThat(types.valueStream().flatMap(LimitsIT::undescribed)).isEmpty();
  }

  private static Stream<String> undescribed(JsonNode type) {
    String name = type.get("name").asString();
    if (name.startsWith("__")) {
      return Stream.of();
    }
    Stream<String> parts =
        Stream.of("fields", "inputFields", "enumValues")
            .flatMap(part -> type.get(part).valueStream())
            .filter(part -> part.get("description").isNull())
            .map(part -> name + "." + part.get("name").asString());
    return type.get("description").isNull() ? Stream.concat(Stream.of(name), parts) : parts;
  }

  @Test
  void aDocumentOfTooManyWordsIsRefused() {
    JsonNode answer = gateway.ask("{ " + "a ".repeat(20_000) + "}");

    assertThat(answer.at("/errors/0/message").asString()).contains("tokens");
  }

  @Test
  void anAnswerThatTakesTooLongEnds() {
    gateway.services().slow(CATALOG);

    JsonNode answer = gateway.ask("{ entities { totalCount } }");
    gateway.services().back(CATALOG);

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("TIMED_OUT");
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    HttpStatusCode status =
        RestClient.create(gateway.url())
            .post()
            .uri("/graphql")
            .contentType(MediaType.APPLICATION_JSON)
            .body("{\"query\":\"" + "x".repeat(2_000_000) + "\"}")
            .exchange((request, response) -> response.getStatusCode());

    assertThat(status.value()).isEqualTo(413);
  }

  @Test
  void whatIsNoGraphQlIsToldSoWithItsPlace() {
    JsonNode answer = gateway.ask("{ entity(ref: ");

    assertThat(answer.at("/errors/0/locations/0/line").asInt()).isEqualTo(1);
    assertThat(gateway.ask("{ nothing }").at("/errors/0/message").asString()).contains("'nothing'");
  }
}
