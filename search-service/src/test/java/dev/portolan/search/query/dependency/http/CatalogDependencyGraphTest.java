package dev.portolan.search.query.dependency.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.portolan.events.EntityRef;
import dev.portolan.search.query.ConditionUnresolvedException;
import dev.portolan.search.query.language.Condition.Direction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** The journey of the first day asks the real one. */
class CatalogDependencyGraphTest {
  private final AtomicReference<String> asked = new AtomicReference<>("");
  private volatile int status = 200;
  private volatile String answer = "";
  private HttpServer server;
  private CatalogDependencyGraph graph;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.set(exchange.getRequestURI().getRawQuery());
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    graph =
        new CatalogDependencyGraph(
            RestClient.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void keepsTheReferencesOfAnImpact() {
    answer =
        """
        {"ref":"component:default/x","depth":1,"path":["component:default/a","component:default/x"]}
        {"ref":"api:default/y","depth":2}
        """;

    assertThat(graph.from(EntityRef.parse("component:a"), Direction.DEPENDENTS))
        .containsExactlyInAnyOrder("component:default/x", "api:default/y");
    assertThat(asked.get()).contains("direction=DEPENDENTS");
  }

  @Test
  void ofAnEntityThatDoesNotExistNothingIsSaid() {
    status = 404;

    assertThat(graph.from(EntityRef.parse("component:a"), Direction.DEPENDENCIES)).isNull();
  }

  @Test
  void whereTheServiceIsAwayItSaysWhatToDo() {
    status = 503;
    assertUnavailable();
    status = 200;
    answer = "no JSON";
    assertUnavailable();
    server.stop(0);
    assertUnavailable();
  }

  private void assertUnavailable() {
    assertThatExceptionOfType(ConditionUnresolvedException.class)
        .isThrownBy(() -> graph.from(EntityRef.parse("component:a"), Direction.DEPENDENTS))
        .withMessageContaining("leave that out or try again");
  }
}
