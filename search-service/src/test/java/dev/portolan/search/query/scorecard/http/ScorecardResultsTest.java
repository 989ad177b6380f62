package dev.portolan.search.query.scorecard.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.portolan.events.EntityRef;
import dev.portolan.search.query.ConditionUnresolvedException;
import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.language.Standing;
import dev.portolan.search.query.language.Standing.Comparison;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** The journey of the first day asks the real one. */
class ScorecardResultsTest {
  private static final Standing BELOW_GOLD = standing("scorecard:shop/ready", "very good");

  private final AtomicReference<String> asked = new AtomicReference<>("");
  private volatile int status = 200;
  private volatile String answer = "";
  private HttpServer server;
  private ScorecardResults results;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.set(exchange.getRequestURI().toString());
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    results =
        new ScorecardResults(
            RestClient.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksForThoseThatStandSo() {
    answer = "{\"entities\":[\"component:default/a\",\"api:default/b\"]}";

    assertThat(results.entities(BELOW_GOLD))
        .containsExactlyInAnyOrder("component:default/a", "api:default/b");
    assertThat(asked.get())
        .isEqualTo("/api/scorecards/shop/ready/entities?standing=BELOW&level=very%20good");
  }

  @Test
  void whatTheServiceDoesNotKnowIsSaidAtItsPlace() {
    status = 404;
    answer = "{\"detail\":\"There is no scorecard:shop/ready.\"}";

    assertThatExceptionOfType(InvalidSearchException.class)
        .isThrownBy(() -> results.entities(BELOW_GOLD))
        .withMessage("At character 8: There is no scorecard:shop/ready.");
    assertThatExceptionOfType(InvalidSearchException.class)
        .isThrownBy(() -> results.entities(standing("component:default/a", "gold")))
        .withMessageContaining("is no scorecard");
  }

  @Test
  void whereTheServiceIsAwayItSaysWhatToDo() {
    status = 503;
    assertUnresolved();
    status = 200;
    answer = "no JSON";
    assertUnresolved();
    server.stop(0);
    assertUnresolved();
  }

  private void assertUnresolved() {
    assertThatExceptionOfType(ConditionUnresolvedException.class)
        .isThrownBy(() -> results.entities(BELOW_GOLD))
        .withMessageContaining("leave that out or try again");
  }

  private static Standing standing(String scorecard, String level) {
    return new Standing(EntityRef.parse(scorecard), Comparison.BELOW, level, 7);
  }
}
