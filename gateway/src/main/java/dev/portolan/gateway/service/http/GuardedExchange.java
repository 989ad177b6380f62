package dev.portolan.gateway.service.http;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/** Puts a guard before the calls of an HTTP interface; the reading of the body is inside. */
final class GuardedExchange extends HttpExchangeAdapterDecorator {
  private final Guard guard;

  GuardedExchange(HttpExchangeAdapter calls, Guard guard) {
    super(calls);
    this.guard = guard;
  }

  @Override
  public <T> @Nullable T exchangeForBody(
      HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
    return guard.call(() -> super.exchangeForBody(values, bodyType));
  }
}
