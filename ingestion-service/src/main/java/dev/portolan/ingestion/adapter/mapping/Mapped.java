package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.events.EntityRef;
import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.descriptor.UnreadableBodyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an item became: a descriptor, or as much of it as could be told, with what is wrong. */
public final class Mapped {
  private final ObjectNode descriptor;
  private final Faults faults;
  private final boolean mustDescribe;

  /**
   * Takes what came of an item.
   *
   * @param mustDescribe whether a document that no dialect knows is a problem, and not one of
   *     another tool that is left alone
   */
  Mapped(ObjectNode descriptor, Faults faults, boolean mustDescribe) {
    this.descriptor = descriptor;
    this.faults = faults;
    this.mustDescribe = mustDescribe;
  }

  /** What the owner of the source may want to know; alike for all items that it holds for. */
  public List<String> notes() {
    return faults.notes();
  }

  /** Whether a program was stopped at a bound, as it would be with every other item. */
  public boolean runaway() {
    return faults.runaway();
  }

  /**
   * Reads the descriptor by the rules that all descriptors keep.
   *
   * @param number of the item
   */
  public ReadDocument read(DescriptorReader reader, int number) {
    if (!faults.problems().isEmpty()) {
      return new ReadDocument.Rejected(number, ref(), faults.problems());
    }
    AtomicReference<@Nullable ReadDocument> read = new AtomicReference<>();
    try {
      reader.read(
          new ByteArrayInputStream(JsonMapper.shared().writeValueAsBytes(descriptor)), read::set);
    } catch (UnreadableBodyException | IOException e) {
      throw new IllegalStateException("What was written as JSON is read as JSON", e);
    }
    return switch (read.get()) {
      case ReadDocument.PassedOver passedOver when mustDescribe ->
          new ReadDocument.Rejected(
              number,
              ref(),
              List.of(
                  new Problem(
                      1,
                      "",
                      Faults.RULE,
                      "What the mapping yields is %s.".formatted(passedOver.reason()))));
      case ReadDocument document -> document.numbered(number);
      case null -> throw new IllegalStateException("A descriptor is one document");
    };
  }

  private @Nullable EntityRef ref() {
    String kind = descriptor.path("kind").asString("");
    String name = descriptor.path("metadata").path("name").asString("");
    String namespace =
        descriptor.path("metadata").path("namespace").asString(EntityRef.DEFAULT_NAMESPACE);
    return NamingRule.KIND.allows(kind)
            && NamingRule.NAMESPACE.allows(namespace)
            && NamingRule.NAME.allows(name)
        ? new EntityRef(kind, namespace, name)
        : null;
  }
}
