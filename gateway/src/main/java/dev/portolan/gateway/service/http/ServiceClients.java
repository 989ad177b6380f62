package dev.portolan.gateway.service.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceAwayException;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** Makes the clients of the services from their HTTP interfaces. */
public final class ServiceClients {
  private final Map<Service, HttpExchangeAdapter> exchanges = new EnumMap<>(Service.class);

  ServiceClients(
      ServiceProperties properties,
      RestClient.Builder builder,
      JsonMapper json,
      Executor executor,
      CircuitBreakerRegistry breakers,
      BulkheadRegistry bulkheads) {
    JdkClientHttpRequestFactory requests = requests(properties, executor);
    for (Service service : Service.values()) {
      RestClient client =
          new Refusals(service, json)
              .addTo(builder.clone())
              .requestFactory(requests)
              .baseUrl(properties.url(service))
              .build();
      Guard guard =
          new Guard(
              service,
              breakers.circuitBreaker(service.label(), breaker(properties)),
              bulkheads.bulkhead(service.label(), bulkhead(properties)));
      exchanges.put(service, new GuardedExchange(RestClientAdapter.create(client), guard));
    }
  }

  /** A client that asks the service what the interface's methods say. */
  @SuppressWarnings("NullAway") // every service has an entry
  public <C> C client(Service service, Class<C> type) {
    return HttpServiceProxyFactory.builderFor(exchanges.get(service)).build().createClient(type);
  }

  private static JdkClientHttpRequestFactory requests(
      ServiceProperties properties, Executor executor) {
    HttpClient client =
        HttpClient.newBuilder()
            // Every request would otherwise ask for an upgrade to HTTP/2 first.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.connectTimeout())
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client, executor);
    requests.setReadTimeout(properties.readTimeout());
    return requests;
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

  private static BulkheadConfig bulkhead(ServiceProperties properties) {
    return BulkheadConfig.custom()
        .maxConcurrentCalls(properties.concurrentCalls())
        .maxWaitDuration(properties.queueTimeout())
        .build();
  }
}
