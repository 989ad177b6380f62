package dev.portolan.catalog.dependency.http;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The graph has no such node or no such path. */
final class NothingThereException extends ErrorResponseException {
  NothingThereException(String detail) {
    super(HttpStatus.NOT_FOUND);
    setDetail(detail);
  }
}
