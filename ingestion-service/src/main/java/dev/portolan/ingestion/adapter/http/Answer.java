package dev.portolan.ingestion.adapter.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a server answered.
 *
 * @param url that answered in the end
 * @param body missing when nothing changed
 */
record Answer(URI url, HttpHeaders headers, JsonNode body) {

  /** Whether the server says that nothing changed since the answer of the tag that was sent. */
  boolean isUnchanged() {
    return body.isMissingNode();
  }

  Optional<String> tag() {
    return headers.firstValue("ETag");
  }
}
