package dev.portolan.gateway.service.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceAwayException;
import dev.portolan.gateway.service.ServiceFailedException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/** Stands before every call to one service, and says in one manner how a call went wrong. */
final class Guard {
  private final Service service;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final TimeLimiter limiter;
  private final ExecutorService threads;
  private final boolean harmlessTwice;

  Guard(
      Service service,
      CircuitBreaker breaker,
      Bulkhead bulkhead,
      TimeLimiter limiter,
      ExecutorService threads) {
    this(service, breaker, bulkhead, limiter, threads, true);
  }

  private Guard(
      Service service,
      CircuitBreaker breaker,
      Bulkhead bulkhead,
      TimeLimiter limiter,
      ExecutorService threads,
      boolean harmlessTwice) {
    this.service = service;
    this.breaker = breaker;
    this.bulkhead = bulkhead;
    this.limiter = limiter;
    this.threads = threads;
    this.harmlessTwice = harmlessTwice;
  }

  /** The same guard with another count of the calls that are under way. */
  Guard with(Bulkhead other) {
    return new Guard(service, breaker, other, limiter, threads, harmlessTwice);
  }

  /** The same guard with another bound of the time that a call takes. */
  Guard with(TimeLimiter other) {
    return new Guard(service, breaker, bulkhead, other, threads, harmlessTwice);
  }

  /** The same guard for calls that change something, of which none is made twice. */
  Guard forChanges() {
    return new Guard(service, breaker, bulkhead, limiter, threads, false);
  }

  <T extends @Nullable Object> T call(Supplier<T> call) {
    Supplier<T> answer = () -> inTime(() -> answerOf(call));
    try {
      return Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, answer))
          .get();
    } catch (CallNotPermittedException e) {
      throw new ServiceAwayException(
          service, "is away: its last calls failed, and it is asked again in a moment", e);
    } catch (BulkheadFullException e) {
      throw new ServiceAwayException(service, "is busy: too many calls are under way", e);
    }
  }

  private <T extends @Nullable Object> T inTime(Callable<T> call) {
    try {
      return limiter.executeFutureSupplier(() -> threads.submit(call));
    } catch (TimeoutException e) {
      throw new ServiceAwayException(service, "took too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceAwayException(service, "is not waited for: the gateway is stopping", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e); // A call throws nothing that is checked.
    }
  }

  private <T extends @Nullable Object> T answerOf(Supplier<T> call) {
    try {
      return afterOneLostConnection(call);
    } catch (ResourceAccessException e) {
      throw new ServiceAwayException(service, isTimeout(e) ? "took too long" : "is away", e);
    } catch (RestClientException e) {
      throw new ServiceFailedException(service, "answered what cannot be read", e);
    }
  }

  /**
   * A service that has just been restarted leaves dead connections in the pool; a second try of a
   * read is harmless.
   */
  private <T extends @Nullable Object> T afterOneLostConnection(Supplier<T> call) {
    try {
      return call.get();
    } catch (ResourceAccessException e) {
      if (!harmlessTwice || isTimeout(e) || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return call.get();
    }
  }

  private static boolean isTimeout(ResourceAccessException e) {
    return e.getCause() instanceof SocketTimeoutException;
  }
}
