package dev.portolan.gateway;

import dev.portolan.gateway.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * The gateway, running before {@link TestingServices}: one for all test classes of a run, with the
 * services' answers forgotten before each test.
 */
final class RunningGateway implements BeforeEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningGateway.class);

  static {
    // A busy machine is slow, and what has come true after a minute is true.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  private final Supplier<List<String>> arguments;
  private @Nullable Running running;

  /** What is shared. */
  private record Running(TestingServices services, ConfigurableApplicationContext gateway)
      implements AutoCloseable {
    @Override
    public void close() {
      gateway.close();
      services.close();
    }
  }

  /** With settings of its own, such as {@code --portolan.limits.depth=3}. */
  RunningGateway(String... arguments) {
    this(() -> List.of(arguments));
  }

  /** With settings that are known only when the tests begin, such as a server's address. */
  RunningGateway(Supplier<List<String>> arguments) {
    this.arguments = arguments;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    List<String> all = arguments.get();
    running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(String.join(" ", all), key -> start(all), Running.class);
    services().forget();
  }

  private static Running start(List<String> arguments) {
    TestingServices services = new TestingServices();
    SpringApplication application = new SpringApplication(Gateway.class);
    List<String> all = new ArrayList<>(arguments);
    all.add("--server.port=0");
    all.add("--portolan.services.retry-after=200ms");
    for (Service service : Service.values()) {
      String name = service.name().toLowerCase(Locale.ROOT);
      all.add("--portolan.services." + name + "-url=" + services.url(service));
    }
    return new Running(services, application.run(all.toArray(String[]::new)));
  }

  TestingServices services() {
    return shared().services();
  }

  private Running shared() {
    return Objects.requireNonNull(running, "the extension is not registered");
  }

  String url() {
    String port = shared().gateway().getEnvironment().getProperty("local.server.port");
    return "http://127.0.0.1:" + port;
  }

  /** The whole answer to a document. */
  JsonNode ask(String document) {
    return ask(document, Map.of());
  }

  JsonNode ask(String document, Map<String, ?> variables) {
    return ask(document, variables, Map.of());
  }

  JsonNode ask(String document, Map<String, ?> variables, Map<String, String> headers) {
    return Objects.requireNonNull(
        RestClient.create(url())
            .post()
            .uri("/graphql")
            .headers(all -> headers.forEach(all::set))
            .contentType(MediaType.APPLICATION_JSON)
            .accept(MediaType.APPLICATION_JSON)
            .body(Map.of("query", document, "variables", variables))
            .retrieve()
            .body(JsonNode.class));
  }
}
