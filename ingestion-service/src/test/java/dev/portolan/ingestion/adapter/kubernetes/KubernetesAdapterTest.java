package dev.portolan.ingestion.adapter.kubernetes;

import static dev.portolan.ingestion.adapter.kubernetes.TestingCluster.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.Listener;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import io.fabric8.mockwebserver.http.MockResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KubernetesAdapterTest {
  private static final String TOKEN = "a-token-that-nobody-may-see";

  private static TestingCluster cluster;

  private final List<FoundDocument> found = new ArrayList<>();

  @BeforeAll
  static void start() {
    cluster = new TestingCluster();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void empty() {
    cluster.reset();
  }

  @Test
  void allWorkloadsAreReadWithWhatTheyReach() {
    cluster.apply(deployment("cart", "cart:1"));
    cluster.apply(
        deployment("checkout", "checkout:2")
            .replace("image:", "env: [{name: CART, value: 'cart-service:80'}], image:"));
    cluster.apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: cart-service, namespace: shop}
        spec: {selector: {app: cart}}
        """);

    SourceReading reading = read(Map.of());

    assertThat(reading.faults()).isEmpty();
    assertThat(entities()).extracting(Entity::name).containsExactly("cart", "checkout");
    assertThat(entities().getLast().relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .containsExactly("dependsOn component:default/cart");
    assertThat(entities().getFirst().spec().get("workloads"))
        .hasToString(
            "{test/shop/deployment/cart={namespace=shop, kind=Deployment, name=cart, containers=[{name=server, image=cart:1}]}}");
  }

  @Test
  void onlyWhatTheSourceSelectsIsAskedFor() {
    read(Map.of("namespaces", List.of("shop", "till"), "labelSelector", "tier=web"));

    assertThat(cluster.asked())
        .anyMatch(path -> path.startsWith("/apis/apps/v1/namespaces/till/deployments?"))
        .filteredOn(path -> path.contains("deployments"))
        .allMatch(path -> path.contains("labelSelector=tier%3Dweb"));
    assertThat(cluster.asked())
        .filteredOn(path -> path.contains("services"))
        .hasSize(2)
        .noneMatch(path -> path.contains("labelSelector"));
  }

  @Test
  void allPagesAreRead() {
    cluster.answer(
        request ->
            request.getPath().contains("/statefulsets")
                ? Optional.of(
                    page(
                        request.getPath().contains("continue=second") ? "two" : "one",
                        request.getPath().contains("continue=second") ? "" : "second"))
                : Optional.empty());

    assertThat(read(Map.of()).faults()).isEmpty();

    assertThat(entities()).extracting(Entity::name).containsExactly("one", "two");
  }

  @Test
  void aClusterThatRefusesIsNotReadAndTheTokenIsNotTold() {
    cluster.apply(deployment("cart", "cart:1"));
    cluster.refuse("/cronjobs", 403);

    SourceReading reading = read(Map.of());

    assertThat(found).isEmpty();
    assertThat(reading.faults())
        .singleElement()
        .asString()
        .contains("The cluster cannot be read: 403, refused to Bearer …")
        .doesNotContain(TOKEN);
  }

  @Test
  void aRedirectIsNotFollowed() {
    cluster.answer(
        request ->
            request.getPath().contains("/cronjobs")
                ? Optional.of(
                    new MockResponse()
                        .setResponseCode(307)
                        .setHeader("Location", cluster.url() + "/elsewhere"))
                : Optional.empty());

    assertThat(read(Map.of()).faults()).singleElement().asString().contains("307");
    assertThat(cluster.asked()).noneMatch(path -> path.contains("elsewhere"));
  }

  @Test
  void argosRolloutsAreReadWhereTheClusterHasThem() {
    cluster.answer(
        request ->
            switch (request.getPath().replaceAll("\\?.*", "")) {
              case "/apis/argoproj.io/v1alpha1" ->
                  Optional.of(
                      json(
                          """
                          {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "argoproj.io/v1alpha1",
                           "resources": [{"name": "rollouts", "kind": "Rollout", "namespaced": true, "verbs": ["list"]}]}"""));
              case "/apis/argoproj.io/v1alpha1/rollouts" ->
                  Optional.of(
                      json(
                          """
                          {"kind": "RolloutList", "apiVersion": "argoproj.io/v1alpha1", "metadata": {}, "items": [
                           {"metadata": {"name": "canary", "namespace": "shop"}, "spec": {}}]}"""));
              default -> Optional.empty();
            });

    assertThat(read(Map.of()).faults()).isEmpty();

    assertThat(entities()).extracting(Entity::name).containsExactly("canary");
  }

  @Test
  void aWorkloadThatNamesNobodyByARefIsAProblemWithItsPlace() {
    cluster.apply(
        deployment("cart", "cart:1")
            .replace("labels: {team", "annotations: {portolan.dev/ref: 'no ref'}, labels: {team"));

    read(Map.of());

    assertThat(found)
        .singleElement()
        .extracting(FoundDocument::path)
        .isEqualTo("shop/deployment/cart");
    assertThat(found.getFirst().document())
        .isInstanceOfSatisfying(
            ReadDocument.Rejected.class,
            rejected ->
                assertThat(rejected.problems().getFirst().field())
                    .isEqualTo("/metadata/annotations/portolan.dev~1ref"));
  }

  @Test
  void whatIsChangedAndDeletedIsHeard() {
    cluster.apply(deployment("cart", "cart:1"));
    cluster.apply(deployment("checkout", "checkout:1"));
    try (Follow follow = new Follow(cluster)) {
      follow.awaitListening();
      cluster.apply(deployment("cart", "cart:2"));
      cluster.apply(deployment("new", "new:1"));
      cluster.delete(deployment("checkout", "checkout:1"));

      await()
          .untilAsserted(
              () ->
                  assertThat(follow.heard)
                      .containsEntry("shop/deployment/checkout", "gone")
                      .hasEntrySatisfying(
                          "shop/deployment/cart", said -> assertThat(said).contains("cart:2"))
                      .containsKey("shop/deployment/new"));
    }
  }

  @Test
  void whatChangesNothingThatIsToldIsNotHeard() {
    cluster.apply(deployment("cart", "cart:1"));
    try (Follow follow = new Follow(cluster)) {
      follow.awaitListening();
      cluster.apply(deployment("cart", "cart:1").replace("team: payments", "other: label"));
      cluster.apply(deployment("last", "last:1"));

      await().untilAsserted(() -> assertThat(follow.heard).containsKey("shop/deployment/last"));
      assertThat(follow.heard).hasSize(1);
    }
  }

  @Test
  void aClusterThatGoesAwayIsTold() {
    TestingCluster shortLived = new TestingCluster();
    try (Follow follow = new Follow(shortLived)) {
      follow.awaitListening();
      shortLived.close();

      await().untilAsserted(() -> assertThat(follow.failure.get()).isNotNull());
      assertThat(follow.failure.get()).hasMessageContaining("The cluster cannot be followed");
    }
  }

  @Test
  void aClusterThatCannotBeWatchedIsNotFollowed() {
    cluster.refuse("/daemonsets", 500);
    try (Follow follow = new Follow(cluster)) {
      await().untilAsserted(() -> assertThat(follow.failure.get()).isNotNull());
      assertThat(follow.failure.get())
          .hasMessageContaining("The cluster cannot be followed: 500, refused")
          .hasMessageNotContaining(TOKEN);
    }
  }

  private SourceReading read(Map<String, Object> more) {
    return adapter(cluster).read("test", configuration(cluster, more), found::add);
  }

  private List<Entity> entities() {
    return found.stream().map(each -> ((ReadDocument.Accepted) each.document()).entity()).toList();
  }

  private static KubernetesAdapter adapter(TestingCluster cluster) {
    AllowedHosts hosts =
        AllowedHosts.of(
            KubernetesSettings.NAMES,
            List.of(cluster.host()),
            List.of("PORTOLAN_KUBERNETES_TEST=http://" + cluster.authority()));
    Secrets secrets = new Secrets(Secrets.Family.KUBERNETES, _ -> TOKEN, null);
    return new KubernetesAdapter(
        new DescriptorReader(), new KubernetesSettings(hosts, secrets, Optional.empty()));
  }

  private static Map<String, Object> configuration(
      TestingCluster cluster, Map<String, Object> more) {
    Map<String, Object> configuration = new HashMap<>(more);
    configuration.put("url", cluster.url());
    configuration.put("secret", "PORTOLAN_KUBERNETES_TEST");
    configuration.put("cluster", "test");
    return configuration;
  }

  private static MockResponse page(String name, String next) {
    return json(
        """
        {"kind": "StatefulSetList", "apiVersion": "apps/v1", "metadata": {"continue": "%s"}, "items": [
         {"metadata": {"name": "%s", "namespace": "shop"}}]}"""
            .formatted(next, name));
  }

  private static MockResponse json(String body) {
    return new MockResponse().setResponseCode(200).setBody(body);
  }

  /** Follows on a thread of its own, and notes what is heard. */
  private static final class Follow implements Listener, AutoCloseable {
    private final Map<String, String> heard = new ConcurrentHashMap<>();
    private final AtomicReference<FollowingException> failure = new AtomicReference<>();
    private final AtomicReference<Boolean> listening = new AtomicReference<>(false);
    private final Thread thread;

    Follow(TestingCluster cluster) {
      thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      adapter(cluster).follow("test", configuration(cluster, Map.of()), this);
                    } catch (FollowingException e) {
                      failure.set(e);
                    } catch (InterruptedException e) {
                      // The test is over.
                    }
                  });
    }

    void awaitListening() {
      await().untilAsserted(() -> assertThat(listening.get()).isTrue());
    }

    @Override
    public void listening(boolean anew) {
      listening.set(true);
    }

    @Override
    public void changed(Collection<String> items, Consumer<Consumer<FoundDocument>> reading) {
      items.forEach(item -> heard.put(item, "gone"));
      reading.accept(each -> heard.put(each.path(), each.document().toString()));
    }

    @Override
    public void changedAltogether(String reason) {
      throw new AssertionError(reason);
    }

    @Override
    public void close() {
      thread.interrupt();
      await().until(() -> !thread.isAlive());
    }
  }
}
