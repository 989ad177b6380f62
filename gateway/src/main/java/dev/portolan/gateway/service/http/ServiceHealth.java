package dev.portolan.gateway.service.http;

import dev.portolan.gateway.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells whether a service is there. One that is not has the status AWAY, which Boot does not count
 * when it sums up: the gateway is up all the same, and answers what the other services know.
 */
final class ServiceHealth implements HealthIndicator {
  private static final String AWAY = "AWAY";

  private final HttpClient http;
  private final HttpRequest probe;

  ServiceHealth(HttpClient http, Service service, ServiceProperties properties) {
    this.http = http;
    URI health = properties.url(service).resolve("/actuator/health/liveness");
    this.probe = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(1)).build();
  }

  @Override
  public Health health() {
    try {
      int status = http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status < 300
          ? Health.up().build()
          : Health.status(AWAY).withDetail("reason", "answers with status " + status).build();
    } catch (IOException e) {
      return Health.status(AWAY).withDetail("reason", "does not answer").build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.unknown().build();
    }
  }
}
