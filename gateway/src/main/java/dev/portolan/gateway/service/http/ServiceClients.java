package dev.portolan.gateway.service.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceAwayException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** Makes the clients of the services from their HTTP interfaces. */
public final class ServiceClients {
  private final Map<Service, HttpExchangeAdapter> answering = new EnumMap<>(Service.class);
  private final Map<Service, HttpExchangeAdapter> changing = new EnumMap<>(Service.class);
  private final Map<Service, ServiceStreams.Opening> openings = new EnumMap<>(Service.class);
  private final Map<Service, HttpExchangeAdapter> waiting = new EnumMap<>(Service.class);
  private final Map<Service, HttpExchangeAdapter> patient = new EnumMap<>(Service.class);

  ServiceClients(
      ServiceProperties properties,
      RestClient.Builder builder,
      JsonMapper json,
      ExecutorService threads,
      Registries registries) {
    ClientHttpRequestFactory requests = requests(properties, properties.readTimeout());
    ClientHttpRequestFactory longer = requests(properties, properties.patientTimeout());
    BulkheadConfig answers = bulkhead(properties, properties.concurrentCalls());
    BulkheadConfig waits = bulkhead(properties, properties.waitingCalls());
    for (Service service : Service.values()) {
      Refusals refusals = new Refusals(service, json);
      RestClient client =
          refusals
              .addTo(builder.clone())
              .requestFactory(requests)
              .baseUrl(properties.url(service))
              .build();
      HttpExchangeAdapter calls = RestClientAdapter.create(client);
      String name = service.label();
      Guard guard =
          new Guard(
              service,
              registries.breakers().circuitBreaker(name, breaker(properties)),
              registries.bulkheads().bulkhead(name, answers),
              registries.limiters().timeLimiter(name, limiter(properties.answerTimeout())),
              threads);
      answering.put(service, new GuardedExchange(calls, guard));
      openings.put(service, new ServiceStreams.Opening(client, refusals, guard));
      changing.put(service, new GuardedExchange(calls, guard.forChanges()));
      TimeLimiter later =
          registries
              .limiters()
              .timeLimiter(name + " patient", limiter(properties.patientTimeout()));
      patient.put(
          service,
          new GuardedExchange(
              RestClientAdapter.create(client.mutate().requestFactory(longer).build()),
              guard.with(later)));
      Bulkhead apart = registries.bulkheads().bulkhead(name + " waiting", waits);
      waiting.put(service, new GuardedExchange(calls, guard.with(apart)));
    }
  }

  /** What stands before the services, by name. */
  record Registries(
      CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads, TimeLimiterRegistry limiters) {}

  /** A client that asks the service what the interface's methods say. */
  @SuppressWarnings("NullAway") // every service has an entry
  public <C> C client(Service service, Class<C> type) {
    return HttpServiceProxyFactory.builderFor(answering.get(service)).build().createClient(type);
  }

  /** What opens answers that are passed on while they arrive. */
  public ServiceStreams streams() {
    return new ServiceStreams(openings);
  }

  /** A client for calls that change something: one whose answer is lost is not made again. */
  @SuppressWarnings("NullAway") // every service has an entry
  public <C> C changingClient(Service service, Class<C> type) {
    return HttpServiceProxyFactory.builderFor(changing.get(service)).build().createClient(type);
  }

  /**
   * A client for questions that the service may think over for two seconds, because they wait for a
   * version: however many there are, they take no turn from the others.
   */
  @SuppressWarnings("NullAway") // every service has an entry
  public <C> C waitingClient(Service service, Class<C> type) {
    return HttpServiceProxyFactory.builderFor(waiting.get(service)).build().createClient(type);
  }

  /** A client for questions over which the service goes through everything that it has. */
  @SuppressWarnings("NullAway") // every service has an entry
  public <C> C patientClient(Service service, Class<C> type) {
    return HttpServiceProxyFactory.builderFor(patient.get(service)).build().createClient(type);
  }

  /** A call blocks its own virtual thread, and no other thread has a part in it. */
  private static ClientHttpRequestFactory requests(
      ServiceProperties properties, Duration readTimeout) {
    int calls = properties.concurrentCalls() + properties.waitingCalls();
    HttpClient client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                            .setSocketTimeout(Timeout.of(readTimeout))
                            .build())
                    .setMaxConnPerRoute(calls)
                    .setMaxConnTotal(calls * Service.values().length)
                    .build())
            // The guard decides what is tried again.
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            .build();
    return new HttpComponentsClientHttpRequestFactory(client);
  }

  /** Only absence counts: a service that fails on one question still answers the others. */
  private static CircuitBreakerConfig breaker(ServiceProperties properties) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(20)
        .minimumNumberOfCalls(5)
        .failureRateThreshold(50)
        .waitDurationInOpenState(properties.retryAfter())
        .permittedNumberOfCallsInHalfOpenState(2)
        .recordExceptions(ServiceAwayException.class)
        .build();
  }

  /** A call past that many waits for its turn: an allowed question fails for no want of room. */
  private static BulkheadConfig bulkhead(ServiceProperties properties, int calls) {
    return BulkheadConfig.custom()
        .maxConcurrentCalls(calls)
        .maxWaitDuration(properties.queueTimeout())
        .build();
  }

  /** The read timeout alone would let a service drip its answer for as long as it likes. */
  private static TimeLimiterConfig limiter(Duration time) {
    return TimeLimiterConfig.custom().timeoutDuration(time).build();
  }
}
