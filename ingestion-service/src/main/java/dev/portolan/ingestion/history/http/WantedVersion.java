package dev.portolan.ingestion.history.http;

import dev.portolan.ingestion.http.ApiException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which version's state an entity shall have again; null is the last before its deletion. */
record WantedVersion(@Nullable Long version) {
  private static final int MOST_BYTES = 1 << 10;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads a body, which may be empty. */
  static WantedVersion read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw ApiException.tooLarge("The body is longer than " + MOST_BYTES + " bytes.");
    }
    try {
      return bytes.length == 0
          ? new WantedVersion(null)
          : JSON.readValue(bytes, WantedVersion.class);
    } catch (JacksonException e) {
      throw ApiException.badRequest(
          "The body cannot be read",
          e.getOriginalMessage() + ". It must be empty, or a JSON object such as {\"version\":3}.");
    }
  }
}
