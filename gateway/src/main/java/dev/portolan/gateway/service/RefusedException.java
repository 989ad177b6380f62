package dev.portolan.gateway.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service answered that it will not do what was asked; the message is its problem detail. */
public final class RefusedException extends RuntimeException {
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  private final Service service;
  private final int status;

  public RefusedException(Service service, int status, String detail) {
    super(detail);
    this.service = service;
    this.status = status;
  }

  public Service service() {
    return service;
  }

  /** The status of its answer, 400 to 499. */
  public int status() {
    return status;
  }

  /** Whether what was asked for does not exist. */
  public boolean isNotFound() {
    return status == NOT_FOUND;
  }

  /** Whether it has too much to do, so that asking again later will help. */
  public boolean isBusy() {
    return status == TOO_MANY_REQUESTS;
  }

  /** The answer to the question; null when what it asks for does not exist. */
  public static <T> @Nullable T orNull(Supplier<T> question) {
    try {
      return question.get();
    } catch (RefusedException e) {
      if (e.isNotFound()) {
        return null;
      }
      throw e;
    }
  }
}
