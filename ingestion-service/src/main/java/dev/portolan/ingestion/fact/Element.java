package dev.portolan.ingestion.fact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;

/**
 * An element of a list to which elements are added, such as a deployment.
 *
 * @param id tells it from the others of its list
 * @param at when it happened; the list is in this order
 * @param json the whole of it, canonical
 * @param bytes how long that is in UTF-8
 */
record Element(String id, Instant at, String json, int bytes) {
  /** The oldest first; of one moment by id, so that there is one order. */
  static final Comparator<Element> ORDER =
      Comparator.comparing(Element::at).thenComparing(Element::id);

  Element(String id, Instant at, String json) {
    this(id, at, json, json.getBytes(StandardCharsets.UTF_8).length);
  }
}
