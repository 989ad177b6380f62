package dev.portolan.gateway.answer.graphql;

import dev.portolan.events.InvalidNameException;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.paging.InvalidCursorException;
import dev.portolan.gateway.service.RefusedException;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceAwayException;
import dev.portolan.gateway.service.ServiceFailedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindException;

/** What an exception is to the person who asked. */
record Errors(ErrorCode code, String message, @Nullable Service service) {

  static Errors of(Throwable problem) {
    return switch (problem) {
      case CodedException e -> new Errors(e.code(), said(e), null);
      case InvalidNameException e -> new Errors(ErrorCode.BAD_REQUEST, said(e), null);
      case InvalidCursorException e -> new Errors(ErrorCode.BAD_REQUEST, said(e), null);
      case BindException e ->
          new Errors(ErrorCode.BAD_REQUEST, "An argument cannot be read.", null);
      case RefusedException e -> new Errors(refusal(e), said(e), e.service());
      case ServiceAwayException e -> new Errors(ErrorCode.SERVICE_AWAY, said(e) + ".", e.service());
      case ServiceFailedException e ->
          new Errors(ErrorCode.SERVICE_FAILED, said(e) + ".", e.service());
      default ->
          new Errors(ErrorCode.INTERNAL_ERROR, "The gateway failed; its log says why.", null);
    };
  }

  private static ErrorCode refusal(RefusedException e) {
    if (e.isBusy()) {
      return ErrorCode.SERVICE_AWAY;
    }
    return e.isNotFound() ? ErrorCode.NOT_FOUND : ErrorCode.BAD_REQUEST;
  }

  private static String said(Throwable problem) {
    return String.valueOf(problem.getMessage());
  }

  /** Whether the gateway itself is to blame. */
  boolean isOurs() {
    return code == ErrorCode.INTERNAL_ERROR;
  }

  Map<String, Object> extensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code.name());
    if (service != null) {
      extensions.put("service", service.label());
    }
    return extensions;
  }
}
