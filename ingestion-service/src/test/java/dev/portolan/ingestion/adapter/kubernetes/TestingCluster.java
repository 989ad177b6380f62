package dev.portolan.ingestion.adapter.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An API server on loopback that keeps what is applied to it and tells watches of it, and that a
 * test may have answer otherwise.
 */
public final class TestingCluster implements AutoCloseable {
  /** Held, for it is let go with its level where nobody does. */
  private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());

  static {
    LOG.setLevel(Level.OFF);
  }

  private final KubernetesCrudDispatcher keeps = new KubernetesCrudDispatcher();
  private final KubernetesMockServer server;
  private final KubernetesClient administrator;
  private final List<RecordedRequest> asked = new CopyOnWriteArrayList<>();
  private volatile Function<RecordedRequest, Optional<MockResponse>> otherwise =
      _ -> Optional.empty();

  public TestingCluster() {
    Dispatcher dispatcher =
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            asked.add(request);
            return otherwise.apply(request).orElseGet(() -> keeps.dispatch(request));
          }
        };
    server =
        new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), dispatcher, false);
    server.init();
    administrator = server.createClient();
  }

  /** Its address. */
  public String url() {
    return "http://" + authority();
  }

  public String authority() {
    return server.getHostName() + ":" + server.getPort();
  }

  public String host() {
    return server.getHostName();
  }

  /** Creates or changes a resource. */
  public void apply(String manifest) {
    administrator.resource(manifest).createOr(NonDeletingOperation::update);
  }

  public void delete(String manifest) {
    administrator.resource(manifest).delete();
  }

  /** Removes everything, and answers as it should again. */
  public void reset() {
    otherwise = _ -> Optional.empty();
    keeps.reset();
    asked.clear();
  }

  /** Answers otherwise where the function says so. */
  public void answer(Function<RecordedRequest, Optional<MockResponse>> function) {
    otherwise = function;
  }

  /** Refuses what is asked under paths with this in them, and gives away who asked. */
  public void refuse(String part, int status) {
    answer(
        request ->
            request.getPath().contains(part)
                ? Optional.of(
                    new MockResponse()
                        .setResponseCode(status)
                        .setBody(
                            """
                            {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %d,
                             "message": "refused to %s"}"""
                                .formatted(status, request.getHeader("Authorization"))))
                : Optional.empty());
  }

  /** The paths that were asked for. */
  public List<String> asked() {
    return asked.stream().map(RecordedRequest::getPath).toList();
  }

  /** A deployment with one container. */
  public static String deployment(String name, String image) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s, namespace: shop, labels: {team: payments}}
        spec:
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}}
            spec: {containers: [{name: server, image: "%2$s"}]}
        """
        .formatted(name, image);
  }

  @Override
  public void close() {
    administrator.close();
    server.destroy();
  }
}
