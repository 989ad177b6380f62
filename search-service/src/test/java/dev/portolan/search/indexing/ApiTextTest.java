package dev.portolan.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ApiTextTest {

  @Test
  void ofOpenApiTheOperationsAndSchemasAreFound() {
    assertThat(
            ApiText.of(
                """
                openapi: 3.0.0
                info: {title: Pets, version: 1}
                paths:
                  /pets/{id}:
                    parameters: []
                    get: {operationId: findPet, summary: Finds a pet}
                    delete: {operationId: removePet}
                components:
                  schemas: {Pet: {type: object}}
                """))
        .isEqualTo(
            """
            Pets
            GET /pets/{id} findPet Finds a pet
            DELETE /pets/{id} removePet
            Pet""");
  }

  @Test
  void ofAsyncApiTheChannelsAndMessagesAreFound() {
    assertThat(
            ApiText.of(
                """
                {"asyncapi": "2.6.0", "channels": {"orders/placed":
                  {"publish": {"operationId": "orderPlaced", "summary": "An order came in"}}},
                 "components": {"messages": {"OrderPlaced": {}}}}"""))
        .isEqualTo(
            """
            orders/placed
            publish orders/placed orderPlaced An order came in
            OrderPlaced""");
  }

  @Test
  void ofGraphQlAndProtobufTheDeclarationsAreFound() {
    assertThat(
            ApiText.of("type Query {\n  ship(id: ID!): Ship\n}\ninput ShipFilter { name: String }"))
        .isEqualTo("Query\nship\nShipFilter");
    assertThat(
            ApiText.of(
                "service Payments {\n rpc Charge(Money) returns (Receipt);\n}\nmessage Money {}"))
        .isEqualTo("Payments\nCharge\nMoney");
  }

  @Test
  void whatIsNoneOfTheseOrTooLargeIsLeftToTheTextOfTheSpec() {
    assertThat(ApiText.of("see the wiki")).isNull();
    assertThat(ApiText.of(" ")).isNull();
    assertThat(ApiText.of("[".repeat(100_000))).isNull();
    assertThat(ApiText.of("openapi: 3\n" + "#".repeat(1_000_000))).isNull();
  }

  @Test
  @Timeout(20)
  void textsThatLookLikeDeclarationsWithoutEndAreReadInOneGo() {
    for (String trap : List.of("a(\n", "\n", " ", "a", "type \n", "a (", "a:\n", "type ")) {
      String definition = trap.repeat(1_000_000 / trap.length());
      ApiText.of(definition);
      ApiText.of("syntax = \"proto3\";" + definition);
    }
  }

  @Test
  void aBombOfAliasesIsNoDefinition() {
    StringBuilder bomb = new StringBuilder("openapi: 3.0.0\na0: &a0 [x, x]\n");
    for (int i = 1; i < 100; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThat(ApiText.of(bomb.toString())).isNull();
  }
}
