package dev.portolan.ingestion.history.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An answer in JSON Lines whose last line says whether it is whole. */
final class StateLines {
  private final HttpServletResponse response;
  private long count;

  StateLines(HttpServletResponse response) {
    this.response = response;
  }

  /**
   * Writes a line.
   *
   * @throws UncheckedIOException when nobody reads any more
   */
  void add(String json) {
    write(json);
    count++;
  }

  /** Says that all lines were written. */
  void end() {
    write("{\"end\":true,\"count\":" + count + "}");
  }

  /** Says that lines are missing; the status, which went before them, cannot say so any more. */
  void breakOff() {
    write(
        "{\"end\":false,\"count\":"
            + count
            + ",\"detail\":\"The database does not answer, so states are missing. Ask again.\"}");
  }

  /** Forgets what was written, so that a problem can be said; false when a part has been sent. */
  boolean takenBack() {
    if (response.isCommitted()) {
      return false;
    }
    response.reset();
    return true;
  }

  private void write(String json) {
    try {
      if (count == 0) {
        response.setContentType("application/jsonl");
      }
      response.getOutputStream().write((json + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
