package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.NamingRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of Terraform's states, and what never leaves them. */
class TerraformStatesTest {

  @Test
  void aManagedResourceIsAResourceOfItsType() {
    ReadDocument.Accepted read =
        state(
                """
                {"mode": "managed", "type": "aws_s3_bucket", "name": "charts",
                 "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
                 "instances": [{"attributes": {
                   "id": "acme-charts", "arn": "arn:aws:s3:::acme-charts", "region": "eu-west-1",
                   "acl": "private", "tags": {"Env": "prod", "team": "pilots"}}}]}
                """)
            .entity();

    Entity entity = read.entity();
    assertThat(entity.ref().toString())
        .startsWith("resource:default/aws_s3_bucket.charts-")
        .hasSize("resource:default/aws_s3_bucket.charts-12345678".length());
    assertThat(entity.title()).isEqualTo("aws_s3_bucket.charts");
    assertThat(entity.annotations())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "portolan.dev/format", "terraform",
                "terraform.io/address", "aws_s3_bucket.charts"));
    assertThat(entity.labels()).isEqualTo(Map.of("Env", "prod", "team", "pilots"));
    assertThat(entity.spec())
        .isEqualTo(
            Map.of(
                "type", "aws_s3_bucket",
                "owner", "group:default/pilots",
                "provider", "hashicorp/aws",
                "mode", "managed",
                "instances", 1,
                "attributes",
                    Map.of(
                        "id", "acme-charts",
                        "arn", "arn:aws:s3:::acme-charts",
                        "region", "eu-west-1")));
    assertThat(relations(entity)).containsExactly("ownedBy group:default/pilots");
    assertThat(read.line()).isEqualTo(3);
  }

  @Test
  void dependenciesLeadToTheOtherResourcesOfTheState() {
    Reading reading =
        state(
            """
            {"mode": "managed", "type": "aws_vpc", "name": "sea", "module": "module.net[\\"a.b\\"]",
             "instances": [{"attributes": {}}]},
            {"mode": "managed", "type": "aws_instance", "name": "quay", "instances": [
              {"index_key": 0, "attributes": {}, "dependencies": ["module.net.aws_vpc.sea"]},
              {"index_key": 1, "attributes": {},
               "dependencies": ["module.net.aws_vpc.sea", "data.aws_ami.it", "aws_instance.quay"]}]}
            """);

    Entity vpc = reading.accepted().getFirst().entity();
    Entity instance = reading.accepted().getLast().entity();
    assertThat(vpc.spec()).containsEntry("module", "module.net");
    assertThat(instance.spec()).containsEntry("instances", 2);
    assertThat(relations(instance)).containsExactly("dependsOn " + vpc.ref());
  }

  @Test
  void instancesOfAModuleAreOneEntityWithWhatTheyHaveAlike() {
    Reading reading =
        state(
            """
            {"mode": "managed", "type": "aws_sqs_queue", "name": "q", "module": "module.m[0]",
             "instances": [{"attributes": {"region": "eu-west-1", "name": "a"}}]},
            {"mode": "managed", "type": "aws_sqs_queue", "name": "q", "module": "module.m[1]",
             "instances": [{"attributes": {"region": "eu-west-1", "name": "b"}}]}
            """);

    Entity entity = reading.entity().entity();
    assertThat(entity.spec())
        .containsEntry("instances", 2)
        .containsEntry("attributes", Map.of("region", "eu-west-1"));
  }

  @Test
  void dataSourcesAndResourcesWithoutANameAreLeftAloneEachWithItsReasonAndLine() {
    Reading reading =
        state(
            """
            {"mode": "data", "type": "aws_ami", "name": "ubuntu", "instances": []},
            {"mode": "managed", "type": "aws_ami", "instances": []},
            {"mode": "managed", "type": "aws_ami", "name": "a", "module": "module.m[\\"open"}
            """);

    assertThat(reading.passedOver())
        .extracting(over -> over.line() + " " + over.reason())
        .containsExactly(
            "3 a data source of Terraform, which reads and manages nothing",
            "4 a resource of a Terraform state without a type and name",
            "5 a resource of a Terraform state without a type and name");
  }

  @Test
  void aStateOfVersion3IsReadWithItsModules() {
    Reading reading =
        read(
            """
            {"version": 3, "terraform_version": "0.11.7", "modules": [
              {"path": ["root"], "resources": {
                "aws_instance.web.0": {"type": "aws_instance", "provider": "provider.aws",
                  "depends_on": ["aws_vpc.sea"],
                  "primary": {"id": "i-1", "attributes": {"id": "i-1", "tags.%": "1",
                    "tags.Owner": "group:default/pilots", "user_data": "hunter2"}}},
                "aws_instance.web.1": {"type": "aws_instance", "provider": "provider.aws",
                  "primary": {"id": "i-2", "attributes": {"id": "i-2"}}},
                "aws_vpc.sea": {"type": "aws_vpc", "primary": {"attributes": {}}}}},
              {"path": ["root", "net"], "resources": {
                "aws_vpc.sea": {"type": "aws_vpc", "depends_on": ["aws_subnet.inner"],
                  "primary": {"attributes": {}}},
                "data.aws_ami.it": {"type": "aws_ami", "primary": {}}}}]}
            """);

    assertThat(reading.accepted())
        .extracting(each -> each.entity().title())
        .containsExactly("aws_instance.web", "aws_vpc.sea", "module.net.aws_vpc.sea");
    Entity instances = reading.accepted().getFirst().entity();
    assertThat(instances.spec()).containsEntry("instances", 2).containsEntry("provider", "aws");
    assertThat(relations(instances))
        .containsExactly("dependsOn " + reading.accepted().get(1).entity().ref());
    assertThat(relations(reading.accepted().getLast().entity()).getFirst())
        .startsWith("dependsOn resource:default/module.net.aws_subnet.inner-");
    assertThat(reading.passedOver()).hasSize(1);
  }

  @Test
  void aNameIsTheEndOfTheAddressAndDigitsOfFileAndAddress() {
    String resource =
        """
        {"mode": "managed", "type": "aws_iam_role", "name": "a_rather_long__name_",
         "module": "module.%s", "instances": []}
        """
            .formatted("m".repeat(80));

    String here = state(resource).entity().entity().name();
    String there =
        Reading.ofFile("b.tfstate", stateOf(resource), "terraform").entity().entity().name();

    assertThat(here)
        .matches(NamingRule.NAME::allows)
        .contains("m.aws_iam_role.a_rather_long_name-");
    assertThat(there).isNotEqualTo(here).hasSameSizeAs(here);
  }

  @ParameterizedTest
  @CsvSource({
    "owner, pilots, group:default/pilots",
    "Team, user:ada, user:default/ada",
    "portolan.dev/owner, group:acme/pilots, group:acme/pilots",
    "owner, The Pilots, ",
    "owner, component:pilots, ",
  })
  void aTagNamesTheOwnerWhereItIsAReference(String key, String value, String owner) {
    Entity entity =
        state(
                """
                {"mode": "managed", "type": "google_sql_database_instance", "name": "db",
                 "instances": [{"attributes": {"labels": {"%s": "%s"}}}]}
                """
                    .formatted(key, value))
            .entity()
            .entity();

    assertThat(entity.spec().get("owner")).isEqualTo(owner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'version': 2, 'terraform_version': '0.6'}",
        "{'format_version': '1.0', 'terraform_version': '1.9', 'values': {'x': 'hunter2'}}",
        "{'serial': 1, 'lineage': 'a', 'encrypted_data': 'hunter2'}",
        "{'version': 4, 'terraform_version': '1.9', 'resources': []}",
      })
  void whatHoldsNoResourcesIsLeftAloneWithAReason(String text) {
    assertThat(read(text.replace('\'', '"')).reason()).isNotBlank().doesNotContain("hunter2");
  }

  @Test
  void noSecretLeavesAState() {
    Reading reading =
        state(
            """
            {"mode": "managed", "type": "random_password", "name": "db", "instances": [
              {"attributes": {"id": "hunter2-a", "result": "hunter2-b", "region": "hunter2"}}]},
            {"mode": "managed", "type": "random_string", "name": "s", "instances": [
              {"attributes": {"id": "hunter2-c", "name": "hunter2", "result": "hunter2-c"}}]},
            {"mode": "managed", "type": "tls_private_key", "name": "k", "instances": [
              {"attributes": {"id": "hunter2", "private_key_pem": "hunter2-d"}}]},
            {"mode": "managed", "type": "aws_secretsmanager_secret_version", "name": "v",
             "instances": [{"attributes": {"id": "hunter2", "arn": "arn:aws:s3:::hunter2",
               "secret_string": "hunter2-e"}}]},
            {"mode": "managed", "type": "aws_iam_access_key", "name": "k", "instances": [
              {"attributes": {"id": "hunter2", "secret": "hunter2-f", "name": "hunter2"}}]},
            {"mode": "managed", "type": "vault_approle_login", "name": "k", "instances": [
              {"attributes": {"id": "hunter2", "tags": {"a": "hunter2"}}}]},
            {"mode": "managed", "type": "aws_db_instance", "name": "db", "instances": [
              {"index_key": "hunter2-g", "private": "hunter2-h",
               "attributes": {"id": "https://me:hunter2@db", "name": "?sig=hunter2",
                 "region": "hunter2!", "zone": ["hunter2"], "password": "hunter2-i",
                 "endpoint": "hunter2", "connection": {"name": "hunter2"},
                 "tags": {"DbPassword": "hunter2", "api_token": "hunter2", "a b": "hunter2",
                   "text": "hunter2 and more", "owner": "hunter2 and more"}}}]},
            {"mode": "managed", "type": "aws_instance", "name": "marked", "instances": [
              {"attributes": {"id": "hunter2", "name": "hunter2", "tags": {"team": "hunter2"},
                 "tags_all": {"team": "hunter2"}},
               "sensitive_attributes": [[{"type": "get_attr", "value": "id"}],
                 [{"type": "get_attr", "value": "name"}],
                 [{"type": "get_attr", "value": "tags"},
                  {"type": "index", "value": {"type": "string", "value": "team"}}]]}]},
            {"mode": "managed", "type": "aws_instance", "name": "oddly_marked", "instances": [
              {"attributes": {"id": "hunter2", "tags": {"a": "hunter2"}},
               "sensitive_attributes": {"id": true}},
              {"attributes": {"id": "hunter2"}, "sensitive_attributes": [["id"]]}]},
            {"mode": "data", "type": "aws_ssm_parameter", "name": "p", "instances": [
              {"attributes": {"id": "hunter2", "value": "hunter2"}}]}
            """);

    assertThat(reading.accepted()).hasSize(9);
    assertThat(JsonMapper.shared().writeValueAsString(reading.documents()))
        .contains("aws_db_instance")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": 4, \"lineage\": \"a\", \"outputs\": {\"pw\": hunter2}}",
        "{\"version\": 4, \"lineage\": \"a\", \"hunter2\": 1, \"hunter2\": 2}",
        "{\"version\": 4, \"lineage\": \"a\", \"outputs\": \"hunter2",
        "version: 4\n\"lineage\": *hunter2\n",
      })
  void noSecretIsQuotedFromAStateThatCannotBeRead(String text) {
    Reading reading = Reading.ofFile("states/prod.json", text, "terraform");

    assertThat(reading.rejected()).isNotEmpty();
    assertThat(reading.documents().toString()).doesNotContain("hunter2");
  }

  @Test
  void aStateMayBeLargerThanADocument() {
    String resource =
        """
        {"mode": "managed", "type": "aws_instance", "name": "a%d", "instances": [
          {"attributes": {"user_data": "%s"}}]}""";
    String large =
        IntStream.range(0, 30)
            .mapToObj(number -> resource.formatted(number, "x".repeat(100_000)))
            .collect(Collectors.joining(",\n"));

    Reading reading = state(large);

    assertThat(reading.accepted()).hasSize(30);
    assertThat(reading.accepted().getLast().line()).isEqualTo(3 + 2 * 29);
    assertThat(read(" ".repeat(9 << 20)).problem().rule()).isEqualTo("size");
    assertThat(read("{\"kind\": \"Group\", \"a\": \"" + "x".repeat(1 << 20) + "\"}").reason())
        .isEqualTo("a large file of no format that is asked for");
    assertThat(read(" ".repeat(2 << 20) + "{\"lineage\": hunter2}").problem().message())
        .doesNotContain("hunter2");
  }

  private static Reading state(String resources) {
    return read(stateOf(resources));
  }

  private static String stateOf(String resources) {
    return "{\"version\": 4, \"terraform_version\": \"1.9.0\", \"outputs\": {},\n"
        + "\"resources\": [\n"
        + resources
        + "]}";
  }

  private static Reading read(String state) {
    return Reading.ofFile("prod/terraform.tfstate", state, "terraform");
  }

  private static List<String> relations(Entity entity) {
    return entity.relations().stream()
        .map(relation -> relation.type() + " " + relation.target())
        .toList();
  }
}
