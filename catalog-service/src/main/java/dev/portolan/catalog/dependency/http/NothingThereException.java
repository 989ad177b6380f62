package dev.portolan.catalog.dependency.http;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The graph has no such node or no such path. */
public final class NothingThereException extends ErrorResponseException {
  private NothingThereException(String detail) {
    super(HttpStatus.NOT_FOUND);
    setDetail(detail);
  }

  /** Neither an entity nor anything that is referred to. */
  public static NothingThereException of(String ref, @Nullable Instant asOf) {
    return new NothingThereException(
        asOf == null
            ? ref + " is neither an entity nor the target of a relation"
            : ref + " was neither an entity nor the target of a relation at " + asOf);
  }

  static NothingThereException between(EntityRef from, EntityRef to, @Nullable Instant asOf) {
    return new NothingThereException(
        asOf == null
            ? "Neither of " + from + " and " + to + " depends on the other"
            : "Neither of " + from + " and " + to + " depended on the other at " + asOf);
  }
}
