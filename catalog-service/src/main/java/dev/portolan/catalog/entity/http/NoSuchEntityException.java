package dev.portolan.catalog.entity.http;

import dev.portolan.events.EntityRef;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Nothing exists at a reference, or not yet. */
final class NoSuchEntityException extends ErrorResponseException {
  NoSuchEntityException(EntityRef ref, boolean stale) {
    super(HttpStatus.NOT_FOUND);
    setDetail(
        stale
            ? "There is no entity " + ref + ", and the version asked for has not arrived yet"
            : "There is no entity " + ref);
    getBody().setProperty("ref", ref.toString());
    getBody().setProperty("stale", stale);
  }
}
