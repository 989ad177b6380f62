package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.ingestion.adapter.jq.JqFailedException;
import dev.portolan.ingestion.adapter.jq.JqInput;
import dev.portolan.ingestion.adapter.jq.JqProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of entity that items become.
 *
 * @param kind of the items, in a mapping that has several; empty: any
 * @param selector whether an item becomes one; empty: every item
 * @param itemsToParse what of an item becomes an entity each, beside it as {@code .item}; empty:
 *     the item itself
 * @param entity what comes of it
 */
record Resource(
    String kind,
    Optional<JqProgram> selector,
    Optional<JqProgram> itemsToParse,
    EntityMapping entity) {

  /** What one item becomes. */
  List<Mapped> map(JsonNode item) {
    List<Mapped> mapped = new ArrayList<>();
    try {
      for (JsonNode part : parts(item)) {
        JqInput in = JqInput.of(part);
        if (isSelected(in)) {
          mapped.add(entity.mapped(in));
        }
      }
    } catch (SelectionException e) {
      Faults faults = new Faults(pointer -> true);
      faults.tell(e.pointer, e.program, e.fault);
      mapped.add(new Mapped(JsonNodeFactory.instance.objectNode(), faults, true));
    }
    return mapped;
  }

  private boolean isSelected(JqInput in) throws SelectionException {
    if (selector.isEmpty()) {
      return true;
    }
    try {
      JsonNode selected = selector.get().first(in).orElse(null);
      return selected != null && (!selected.isBoolean() || selected.booleanValue());
    } catch (JqFailedException e) {
      throw new SelectionException("/selector", selector.get(), e);
    }
  }

  private List<JsonNode> parts(JsonNode item) throws SelectionException {
    if (itemsToParse.isEmpty()) {
      return List.of(item);
    }
    List<JsonNode> parts = new ArrayList<>();
    try {
      JsonNode inner = itemsToParse.get().first(JqInput.of(item)).orElse(null);
      if (inner != null) {
        for (JsonNode each : inner.isArray() ? inner : List.of(inner)) {
          ObjectNode part = JsonNodeFactory.instance.objectNode();
          item.properties().forEach(field -> part.set(field.getKey(), field.getValue()));
          part.set("item", each);
          parts.add(part);
        }
      }
      return parts;
    } catch (JqFailedException e) {
      throw new SelectionException("/itemsToParse", itemsToParse.get(), e);
    }
  }

  /** Nobody knows whether the item becomes an entity. */
  private static final class SelectionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final transient JqProgram program;
    private final JqFailedException fault;

    SelectionException(String pointer, JqProgram program, JqFailedException fault) {
      super(fault);
      this.pointer = pointer;
      this.program = program;
      this.fault = fault;
    }
  }
}
