package dev.portolan.ingestion.descriptor.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkloadsTest {
  private static final Naming PROD = new Naming("prod-eu", "default", Optional.of("team"));

  private static final String CHECKOUT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: checkout-v2
        namespace: shop
        labels:
          app.kubernetes.io/name: checkout
          app.kubernetes.io/version: 2.1.3
          app.kubernetes.io/part-of: web-shop
          team: payments
      spec:
        template:
          metadata: {labels: {app: checkout}}
          spec:
            containers:
            - name: server
              image: ghcr.io/acme/checkout:2.1.3
              ports: [{name: http, containerPort: 8080, hostIP: 10.0.0.1}]
      """;

  private static final String CART =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: cart, namespace: shop}
      spec:
        template:
          metadata: {labels: {app: cart, tier: back}}
          spec: {containers: [{name: cart, image: cart}]}
      """;

  private static final String CART_SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart-service, namespace: shop}
      spec: {selector: {app: cart}}
      """;

  @Test
  void aWorkloadIsAComponentByTheRecommendedLabels() {
    JsonNode entity = only(CHECKOUT);

    assertThat(entity.path("kind").asString()).isEqualTo("Component");
    assertThat(entity.at("/metadata/name").asString()).isEqualTo("checkout");
    assertThat(entity.at("/metadata/namespace").asString()).isEqualTo("default");
    assertThat(entity.at("/metadata/labels"))
        .hasToString("{\"app.kubernetes.io/version\":\"2.1.3\"}");
    assertThat(entity.at("/metadata/annotations"))
        .hasToString(
            "{\"portolan.dev/cluster\":\"prod-eu\",\"portolan.dev/cluster-namespaces\":\"shop\"}");
    assertThat(entity.at("/spec/type").asString()).isEqualTo("service");
    assertThat(entity.at("/spec/system").asString()).isEqualTo("web-shop");
    assertThat(entity.at("/spec/owner").asString()).isEqualTo("payments");
    assertThat(entity.at("/spec/workloads").properties())
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.getKey()).isEqualTo("prod-eu/shop/deployment/checkout-v2");
              assertThat(place.getValue())
                  .hasToString(
                      "{\"namespace\":\"shop\",\"kind\":\"Deployment\",\"name\":\"checkout-v2\","
                          + "\"containers\":[{\"name\":\"server\",\"image\":\"ghcr.io/acme/checkout:2.1.3\","
                          + "\"ports\":[{\"name\":\"http\",\"containerPort\":8080}]}]}");
            });
  }

  @Test
  void withoutLabelsTheWorkloadsOwnNameIsTheComponents() {
    assertThat(only(CART).at("/metadata/name").asString()).isEqualTo("cart");
  }

  @Test
  void whatRunsByAScheduleIsAJobAndWhatItStartsIsNothing() {
    String cronJob =
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: report, namespace: shop}
        spec:
          schedule: "0 3 * * *"
          jobTemplate: {spec: {template: {spec: {containers: [{name: report, image: report:7}]}}}}
        """;
    String started =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: report-29101, namespace: shop, ownerReferences: [{kind: CronJob, name: report}]}
        spec: {template: {spec: {containers: [{name: report, image: report:7}]}}}
        """;

    JsonNode job = only(cronJob, started);

    assertThat(job.at("/spec/type").asString()).isEqualTo("job");
    assertThat(job.at("/spec/workloads/prod-eu~1shop~1cronjob~1report"))
        .hasToString(
            "{\"namespace\":\"shop\",\"kind\":\"CronJob\",\"name\":\"report\",\"schedule\":\"0 3 * * *\","
                + "\"containers\":[{\"name\":\"report\",\"image\":\"report:7\"}]}");
  }

  @Test
  void aWorkloadThatNamesAnEntitySaysWhereItRunsAndNothingThatItsDescriptorSays() {
    String bound =
        CHECKOUT.replace(
            "  labels:\n", "  annotations: {portolan.dev/ref: 'resource:pay/ledger'}\n  labels:\n");

    JsonNode entity = only(bound);

    assertThat(entity.path("kind").asString()).isEqualTo("Resource");
    assertThat(entity.at("/metadata/namespace").asString()).isEqualTo("pay");
    assertThat(entity.at("/metadata/name").asString()).isEqualTo("ledger");
    assertThat(entity.path("spec").propertyNames()).containsExactlyInAnyOrder("owner", "workloads");
  }

  @Test
  void backstagesLabelNamesAComponentToo() {
    JsonNode entity =
        only(CHECKOUT.replace("  labels:\n", "  labels:\n    backstage.io/kubernetes-id: till\n"));

    assertThat(entity.at("/metadata/name").asString()).isEqualTo("till");
    assertThat(entity.at("/spec").has("type")).isFalse();
  }

  @Test
  void theSameSoftwareInSeveralPlacesIsOneEntity() {
    JsonNode entity =
        only(
            CHECKOUT,
            CHECKOUT.replace("namespace: shop", "namespace: staging").replace("2.1.3", "2.2.0"));

    assertThat(entity.at("/spec/workloads").propertyNames())
        .containsExactly(
            "prod-eu/shop/deployment/checkout-v2", "prod-eu/staging/deployment/checkout-v2");
    assertThat(entity.at("/metadata/annotations/portolan.dev~1cluster-namespaces").asString())
        .isEqualTo("shop,staging");
    assertThat(entity.at("/metadata").has("labels"))
        .as("they disagree about the version")
        .isFalse();
  }

  @Test
  void namespacesOfTheClusterMayBeThoseOfTheCatalog() {
    Naming naming = new Naming("prod-eu", Naming.CLUSTERS_NAMESPACE, Optional.empty());

    assertThat(
            described(naming, CHECKOUT, CHECKOUT.replace("namespace: shop", "namespace: staging")))
        .extracting(each -> each.at("/metadata/namespace").asString())
        .containsExactly("shop", "staging");
  }

  @Test
  void aServiceThatTheEnvironmentNamesIsADependencyOnWhatStandsBehindIt() {
    for (String value :
        List.of(
            "cart-service:7070",
            "http://cart-service/api?x=1",
            "redis://user:secret@cart-service:6379/0",
            "Host=cart-service;Username=u;Password=p",
            "other:1,cart-service:2",
            "cart-service.shop",
            "cart-service.shop.svc.cluster.local:7070",
            "$(SCHEME)cart-service")) {
      JsonNode entity = withVariable("CART_ADDR", value);
      assertThat(entity.at("/spec/relations/dependsOn"))
          .as(value)
          .hasToString("[\"component:default/cart\"]");
    }
  }

  @Test
  void aWordThatIsNoAddressMakesNoDependency() {
    assertThat(withVariable("MODE", "cart-service").at("/spec").has("relations")).isFalse();
    assertThat(
            withVariable("CART_ADDR", "cart-service.example.com:80").at("/spec").has("relations"))
        .isFalse();
    assertThat(withVariable("CART_ADDR", "cart-service.staging:80").at("/spec").has("relations"))
        .isFalse();
  }

  @Test
  void nothingThatMayBeASecretLeaves() {
    String secretive =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: till
          namespace: shop
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: '{"env": "s3cret-annotation"}'
          labels: {note: s3cret-label}
        spec:
          template:
            metadata: {annotations: {vault: s3cret-pod}}
            spec:
              volumes: [{name: v, configMap: {name: s3cret-map}}, {name: w, secret: {secretName: s3cret-volume}}]
              imagePullSecrets: [{name: s3cret-pull}]
              containers:
              - name: till
                image: till:1
                command: [sh, -c, s3cret-command]
                args: ["--password=s3cret-argument"]
                env:
                - {name: PASSWORD, value: s3cret-value}
                - {name: DB_HOST, value: s3cret-host}
                - {name: URL, value: "https://admin:s3cret-password@s3cret.example.com:8443/s3cret-path"}
                - {name: KEY, valueFrom: {secretKeyRef: {name: s3cret-ref, key: k}}}
                envFrom: [{configMapRef: {name: s3cret-from}}]
                livenessProbe: {httpGet: {path: /s3cret-probe, httpHeaders: [{name: Cookie, value: s3cret-cookie}]}}
                volumeMounts: [{name: v, mountPath: /s3cret-mount}]
        """;
    assertThat(only(secretive).toString()).contains("till:1").doesNotContain("s3cret");
  }

  @Test
  void whatIsNoReferenceIsToldWithItsPlace() {
    String bound =
        CART.replace("name: cart,", "name: cart, annotations: {portolan.dev/ref: 'a b'},");

    Described described = Workloads.describe(workloads(bound), List.of(), PROD).getFirst();

    assertThat(described.tree().at("/metadata/name").asString()).isEqualTo("a b");
    assertThat(described.origins())
        .containsEntry("/metadata/name", "/metadata/annotations/portolan.dev~1ref");
  }

  private static JsonNode withVariable(String name, String value) {
    String environment =
        "        env: [{name: SCHEME, value: 'http://'}, {name: %s, value: '%s'}]\n"
            .formatted(name, value);
    return described(PROD, CHECKOUT + environment, CART, CART_SERVICE).get(1);
  }

  private static JsonNode only(String... manifests) {
    List<JsonNode> described = described(PROD, manifests);
    assertThat(described).hasSize(1);
    return described.getFirst();
  }

  private static List<JsonNode> described(Naming naming, String... manifests) {
    List<Service> services =
        Stream.of(manifests).flatMap(each -> Service.of(tree(each)).stream()).toList();
    return Workloads.describe(workloads(manifests), services, naming).stream()
        .map(each -> (JsonNode) each.tree())
        .toList();
  }

  private static List<Workload> workloads(String... manifests) {
    return Stream.of(manifests).flatMap(each -> Workload.of(tree(each)).stream()).toList();
  }

  private static JsonNode tree(String manifest) {
    try {
      return Body.single(manifest);
    } catch (MalformedTextException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
