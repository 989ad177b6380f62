package dev.portolan.ingestion.descriptor;

import static dev.portolan.ingestion.descriptor.DescriptorFixtures.CHECKOUT;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.checkoutWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {}} | apps/v1"
            + " Deployment",
        "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {}} | v1 Service",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}} | Application",
        "{apiVersion: acme.io/v1, kind: Thing, metadata: {name: a, generateName: a}} | acme.io/v1"
            + " Thing",
        "{tag: a, name: A, ladder: {levels: []}, rules: []} | Cortex scorecard",
        "{openapi: 3.1.0, info: {title: a}, paths: {}} | OpenAPI",
        "{asyncapi: 3.0.0, info: {title: a}} | AsyncAPI",
        "{site_name: Docs, nav: []} | MkDocs",
        "{version: 4, terraform_version: 1.5.0, resources: []} | Terraform state",
        "{on: push, jobs: {}} | CI workflow",
        "{services: {db: {image: postgres}}} | Compose",
        "{hello: world} | another tool",
        "[1, 2] | list",
        "just text | plain value",
        "~ | empty",
      })
  void theFileOfAnotherToolIsPassedOverWithWhatItIs(String yaml, String reason) {
    assertThat(Reading.of("---\n" + yaml + "\n").reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: checkout | name: ${{ values.name }}",
        "name: checkout | name: '{{cookiecutter.name}}'",
        "name: checkout | name: {{cookiecutter.name | jsonify}}",
        "name: checkout | name: ${{ values.name | dump }}",
        "name: checkout | 'name: \"{{cookiecutter.name}}\"'",
        "name: checkout | {%- if a %}~  name: {{ a }}~{% endif %}",
        "name: checkout | title: {{ a }}~  name: {{ b }}",
      })
  void aSkeletonIsNoBrokenDescriptor(String line, String replacement) {
    assertThat(Reading.of(checkoutWith(line, replacement.replace('~', '\n'))).reason())
        .startsWith("a skeleton");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  type: service | {%- if values.system %}",
        "[resource:orders-db] | {{ values.databases }}",
        "description: Takes the money | description: {{ name: }",
        "name: checkout | name: checkout~  annotations:~    name: {{ a }}",
        "name: checkout | others:~    name: {{ a }}~  name: checkout",
      })
  void anEntityOfWhichATemplateCannotBeReadIsRejectedLestItBeTakenForGone(
      String line, String replacement) {
    Reading reading = Reading.of(checkoutWith(line, replacement.replace('~', '\n')));

    assertThat(reading.problem().rule()).isEqualTo("yaml");
    assertThat(reading.problem().message()).contains("{{");
    assertThat(reading.rejected().getFirst().ref()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owner: payments | owner: ${{ values.owner }}",
        "[resource:orders-db] | ['${{ values.database }}']",
        "[resource:orders-db] | ${{ values.databases }}",
      })
  void anEntityWithAnExpressionWhereNoneMayStandIsRejectedByItsName(
      String line, String replacement) {
    assertThat(Reading.of(checkoutWith(line, replacement)).rejected())
        .singleElement()
        .extracting(ReadDocument.Rejected::ref)
        .hasToString("component:default/checkout");
  }

  @Test
  void expressionsInTextsAreNoSkeleton() {
    String yaml = checkoutWith("Takes the money", "Fills in ${{ values.name }}");

    assertThat(Reading.of(yaml).accepted()).hasSize(1);
  }

  @Test
  void aTemplateIsADescriptorThoughItsStepsHoldExpressions() {
    String template =
        """
        apiVersion: scaffolder.backstage.io/v1beta3
        kind: Template
        metadata: {name: new-service}
        spec:
          type: service
          owner: platform
          steps:
            - {id: fetch, action: "fetch:template", input: {name: "${{ parameters.name }}"}}
        """;

    assertThat(Reading.of(template).accepted()).hasSize(1);
  }

  @Test
  void whatWasMeantToBeADescriptorIsRejectedAndNotPassedOver() {
    for (String yaml :
        new String[] {
          CHECKOUT.replace("apiVersion: backstage.io/v1alpha1\n", ""),
          CHECKOUT.replace("kind: Component\n", ""),
          "apiVersion: backstage.io/v1alpha1\n",
          "kind: Component\nmetadata: {name: a}\n",
          checkoutWith("backstage.io/v1alpha1", "v1"),
          "{\"apiVersion\":\"backstage.io/v1alpha1\",\"kind\":\"Comp",
          "kind: [Component\n",
        }) {
      assertThat(Reading.of("---\n" + yaml).rejected()).as(yaml).hasSize(1);
    }
  }

  @Test
  void aKindOfAnyoneElseIsAcceptedUnderItsOwnVersion() {
    String yaml = "{apiVersion: acme.example/v1, kind: Widget, metadata: {name: a}, spec: {}}";

    assertThat(Reading.of(yaml).accepted()).hasSize(1);
  }

  @Test
  void aKindThatIsLongerThanAnyNameIsShownShort() {
    String reason =
        Reading.of("apiVersion: v1\nkind: " + "x".repeat(9_000) + "\nitems: []\n").reason();

    assertThat(reason).startsWith("a Kubernetes manifest, v1 xxx").hasSizeLessThan(200);
  }

  @Test
  void anArrayOfOtherThingsIsPassedOverElementByElement() {
    assertThat(Reading.of("[{\"a\":1}, \"b\", 3, [4], null, true]").passedOver()).hasSize(6);
  }
}
