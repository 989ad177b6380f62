package dev.portolan.ingestion.http;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be served, as the problem detail that its sender reads (RFC 9457). */
public final class ApiException extends ErrorResponseException {
  private static final long serialVersionUID = 1L;

  private ApiException(HttpStatus status, String title, String detail) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    setTitle(title);
  }

  /** The request itself is at fault. */
  public static ApiException badRequest(String title, String detail) {
    return new ApiException(HttpStatus.BAD_REQUEST, title, detail);
  }

  /** Whoever asks did not show that they may. */
  public static ApiException unauthorized(String detail) {
    return new ApiException(HttpStatus.UNAUTHORIZED, "Not accepted", detail);
  }

  /** What the address names does not exist. */
  public static ApiException notFound(String detail) {
    return new ApiException(HttpStatus.NOT_FOUND, "Not found", detail);
  }

  /** The request does not fit the state of what it names. */
  public static ApiException conflict(String detail) {
    return new ApiException(HttpStatus.CONFLICT, "Conflict", detail);
  }

  /** What the address names existed, and is not held any more. */
  public static ApiException gone(String title, String detail) {
    return new ApiException(HttpStatus.GONE, title, detail);
  }

  /** The body is longer than any body may be. */
  public static ApiException tooLarge(String detail) {
    return new ApiException(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", detail);
  }

  /** The body is encoded in a way that is not understood. */
  public static ApiException unsupported(String detail) {
    return new ApiException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported encoding", detail);
  }

  /** The request is well-formed, and nothing in it can be taken. */
  public static ApiException unprocessable(String title, String detail) {
    return new ApiException(HttpStatus.UNPROCESSABLE_CONTENT, title, detail);
  }

  /** Nothing is wrong with the request: it may be sent again. */
  public static ApiException unavailable(String title, String detail) {
    return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, title, detail);
  }

  /** Adds a sentence to what is wrong. */
  public ApiException adding(String sentence) {
    getBody().setDetail(getBody().getDetail() + " " + sentence);
    return this;
  }

  /** Adds members to the problem detail. */
  public ApiException with(Map<String, ?> members) {
    members.forEach(getBody()::setProperty);
    return this;
  }
}
