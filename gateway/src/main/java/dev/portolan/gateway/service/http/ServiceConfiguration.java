package dev.portolan.gateway.service.http;

import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.Service;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

  @Bean
  CircuitBreakerRegistry circuitBreakers() {
    return CircuitBreakerRegistry.ofDefaults();
  }

  @Bean
  BulkheadRegistry bulkheads() {
    return BulkheadRegistry.ofDefaults();
  }

  @Bean
  TimeLimiterRegistry timeLimiters() {
    return TimeLimiterRegistry.ofDefaults();
  }

  @Bean
  MeterBinder timeLimiterMetrics(TimeLimiterRegistry limiters) {
    return TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(limiters);
  }

  @Bean
  MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry breakers) {
    return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
  }

  @Bean
  MeterBinder bulkheadMetrics(BulkheadRegistry bulkheads) {
    return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
  }

  /** A virtual thread for each call, which carries the trace of the request along. */
  @Bean(defaultCandidate = false)
  ExecutorService callThreads() {
    return ContextExecutorService.wrap(
        Executors.newVirtualThreadPerTaskExecutor(),
        ContextSnapshotFactory.builder().build()::captureAll);
  }

  @Bean
  Calls calls(@Qualifier("callThreads") ExecutorService callThreads) {
    return new Calls(callThreads);
  }

  @Bean
  ServiceClients serviceClients(
      ServiceProperties properties,
      RestClient.Builder builder,
      JsonMapper json,
      @Qualifier("callThreads") ExecutorService callThreads,
      CircuitBreakerRegistry breakers,
      BulkheadRegistry bulkheads,
      TimeLimiterRegistry limiters) {
    return new ServiceClients(
        properties,
        builder,
        json,
        callThreads,
        new ServiceClients.Registries(breakers, bulkheads, limiters));
  }

  @Bean
  CompositeHealthContributor servicesHealthContributor(ServiceProperties properties) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.connectTimeout())
            .build();
    return CompositeHealthContributor.fromMap(
        Stream.of(Service.values())
            .collect(
                Collectors.toMap(
                    Service::label, service -> new ServiceHealth(http, service, properties))));
  }
}
