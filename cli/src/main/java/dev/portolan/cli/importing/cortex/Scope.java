package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.FactNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place in an expression.
 *
 * @param facts the facts that stand for custom data
 * @param notes what whoever takes the translation over should know
 * @param parameters of the functions that the place is in, the list over whose items each goes
 */
record Scope(FactNames facts, List<String> notes, Map<String, Items> parameters) {

  static Scope of(FactNames facts, List<String> notes) {
    return new Scope(facts, notes, Map.of());
  }

  /** The scope in a function over the items of a list. */
  Scope in(String parameter, Items items) {
    Map<String, Items> inner = new HashMap<>(parameters);
    inner.put(parameter, items);
    return new Scope(facts, notes, Map.copyOf(inner));
  }

  @Nullable Items items(String parameter) {
    return parameters.get(parameter);
  }

  /** What an item is called here: no function around this place calls its own so. */
  String variable(Items.Item item) {
    return parameters.isEmpty() ? item.word : item.word + (parameters.size() + 1);
  }
}
