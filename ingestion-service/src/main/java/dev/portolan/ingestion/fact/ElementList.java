package dev.portolan.ingestion.fact;

import dev.portolan.ingestion.observation.CanonicalJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list under way to which elements are added: the latest that its bounds allow, in the order in
 * which they happened.
 *
 * <p>What it holds in the end does not depend on which of the elements were added first, as long as
 * each id is said with one time.
 */
final class ElementList {
  private static final int BRACKETS = 2;

  private final Map<String, Element> byId = new HashMap<>();
  private final TreeSet<Element> inOrder = new TreeSet<>(Element.ORDER);
  private int bytes;

  /** The elements of a value; empty when it is no list of elements that have an id and a time. */
  static Optional<ElementList> of(@Nullable String json) {
    ElementList list = new ElementList();
    if (json == null) {
      return Optional.of(list);
    }
    JsonNode tree = CanonicalJson.tree(json);
    if (!tree.isArray()) {
      return Optional.empty();
    }
    try {
      for (JsonNode element : tree) {
        list.put(FactReader.element("", element));
      }
    } catch (FactFault notAnElement) {
      return Optional.empty();
    }
    return list.byId.size() == tree.size() ? Optional.of(list) : Optional.empty();
  }

  /** Adds elements, drops what is too much then, and tells whether that made a difference. */
  boolean add(Collection<Element> elements) {
    Map<String, Optional<Element>> before = new HashMap<>();
    for (Element each : elements) {
      before.putIfAbsent(each.id(), Optional.ofNullable(byId.get(each.id())));
      put(each);
    }
    boolean changed = false;
    while (isTooLong()) {
      Element oldest = Objects.requireNonNull(inOrder.first());
      remove(oldest);
      changed |= !before.containsKey(oldest.id());
    }
    return changed
        || before.entrySet().stream()
            .anyMatch(
                each -> !each.getValue().equals(Optional.ofNullable(byId.get(each.getKey()))));
  }

  boolean isEmpty() {
    return inOrder.isEmpty();
  }

  /** The list as canonical JSON. */
  String json() {
    return inOrder.stream().map(Element::json).collect(Collectors.joining(",", "[", "]"));
  }

  private boolean isTooLong() {
    int commas = inOrder.size() - 1;
    return inOrder.size() > FactLimits.ELEMENTS
        || BRACKETS + bytes + commas > FactLimits.VALUE_BYTES;
  }

  private void put(Element element) {
    Element before = byId.get(element.id());
    if (before != null) {
      remove(before);
    }
    byId.put(element.id(), element);
    inOrder.add(element);
    bytes += element.bytes();
  }

  private void remove(Element element) {
    byId.remove(element.id());
    inOrder.remove(element);
    bytes -= element.bytes();
  }
}
