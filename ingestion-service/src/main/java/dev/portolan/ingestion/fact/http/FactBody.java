package dev.portolan.ingestion.fact.http;

import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.BodyDocument;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.fact.FactLimits;
import dev.portolan.ingestion.fact.FactObservation;
import dev.portolan.ingestion.fact.FactProblem;
import dev.portolan.ingestion.fact.FactReader;
import dev.portolan.ingestion.fact.ReadFact;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.http.Bodies;
import dev.portolan.ingestion.http.BoundedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The facts of a request, read to their end before any is taken, so that a body which breaks off or
 * is too long leaves nothing half done.
 */
final class FactBody {
  private static final String NOTHING = " Nothing of it was taken.";
  private static final long MOST_BYTES = 8L << 20;

  private final Instant now;
  private final List<FactObservation> said = new ArrayList<>();
  private final List<FactProblem> broken = new ArrayList<>();
  private boolean array;

  private FactBody(Instant now) {
    this.now = now;
  }

  /** Stops the reading of a body; says nothing by itself. */
  private static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads the body of a request.
   *
   * @param now when it was received, to the microsecond
   */
  static FactBody read(HttpServletRequest request, Instant now) {
    FactBody facts = new FactBody(now);
    BoundedBody body = null;
    try {
      body =
          Bodies.open(
              request.getInputStream(),
              request.getHeader(HttpHeaders.CONTENT_ENCODING),
              MOST_BYTES);
      facts.array = Body.splitJson(body, facts::take);
      return facts;
    } catch (TooManyException e) {
      throw ApiException.tooLarge(
          "The body has more than "
              + FactLimits.FACTS
              + " facts. Send them in several requests."
              + NOTHING);
    } catch (IOException | MalformedTextException e) {
      throw body != null && body.exceeded() ? tooLong() : brokenOff(e);
    }
  }

  /** The facts that keep all rules. */
  List<FactObservation> said() {
    return said;
  }

  /** Those that do not. */
  List<FactProblem> broken() {
    return broken;
  }

  /** Whether they are the elements of one array, where lines say little. */
  boolean isArray() {
    return array;
  }

  private void take(BodyDocument document) {
    if (document.document() > FactLimits.FACTS) {
      throw new TooManyException();
    }
    switch (FactReader.read(document, now)) {
      case ReadFact.Accepted(FactObservation observation) -> said.add(observation);
      case ReadFact.Rejected(FactProblem problem) -> broken.add(problem);
    }
  }

  private static ApiException tooLong() {
    return ApiException.tooLarge(
        "The body is longer than "
            + (MOST_BYTES >> 20)
            + " MB after decoding. Send it in several requests."
            + NOTHING);
  }

  private static ApiException brokenOff(Exception e) {
    @Nullable MalformedTextException place = e instanceof MalformedTextException m ? m : null;
    ApiException problem =
        ApiException.badRequest(
            "The body cannot be read to its end",
            (place == null
                    ? "The body broke off: "
                    : "Line " + place.line() + ", column " + place.column() + ": ")
                + e.getMessage()
                + NOTHING);
    return place == null
        ? problem
        : problem.with(Map.of("line", place.line(), "column", place.column()));
  }
}
