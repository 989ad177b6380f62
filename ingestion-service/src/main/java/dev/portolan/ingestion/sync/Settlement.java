package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.SpecFault;
import dev.portolan.ingestion.observation.Description;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of documents that define kinds, and of documents of kinds that users define: all of
 * a batch are judged by all definitions of it, in whatever order they come.
 *
 * @param kinds by which the batch is judged
 * @param refused why a definition does not stand, by the entity
 */
record Settlement(Kinds kinds, Map<EntityRef, Objection> refused) {
  private static final String EXISTING = "kind.existing";

  private static final String UNSOUND =
      "Merged with what other sources say of this kind, this is no sound definition. Have one source"
          + " define it.";

  /**
   * Why a definition does not stand.
   *
   * @param field of the descriptor
   */
  record Objection(String field, String rule, String reason) {
    static Objection toSchema(String reason) {
      return new Objection("/spec/schema", EXISTING, reason);
    }

    static Objection of(SpecFault fault) {
      return new Objection("/spec" + fault.field(), "kind." + fault.keyword(), fault.message());
    }
  }

  /** Settles a batch. */
  static Settlement of(Collection<ReadDocument> documents, Definitions definitions) {
    SequencedMap<EntityRef, Description> said = said(documents);
    Kinds before = definitions.with(List.of());
    if (said.isEmpty()) {
      return new Settlement(before, Map.of());
    }
    Kinds after = definitions.with(said.values());
    Map<EntityRef, Objection> refused = new HashMap<>();
    for (EntityRef ref : said.keySet()) {
      objection(ref.name(), before, after, documents, definitions)
          .ifPresent(objection -> refused.put(ref, objection));
    }
    new Contradictions(before, after)
        .in(said, refused.keySet())
        .forEach((ref, fault) -> refused.put(ref, Objection.of(fault)));
    if (refused.isEmpty()) {
      return new Settlement(after, Map.of());
    }
    said.keySet().removeAll(refused.keySet());
    return new Settlement(definitions.with(said.values()), refused);
  }

  /** Whether a document is to be settled: it, or another for it, may say what its kind is. */
  static boolean isFor(ReadDocument document) {
    return document.trial() != null;
  }

  /** Whether it defines a kind. */
  static boolean defines(ReadDocument document) {
    return document instanceof ReadDocument.Accepted accepted
        && accepted.entity().kind().equals(KindDefinition.KIND);
  }

  /** What a document comes to. */
  ReadDocument verdict(ReadDocument document) {
    if (document instanceof ReadDocument.Accepted accepted && accepted.trial() != null) {
      EntityRef ref = accepted.entity().ref();
      Objection it = refused.get(ref);
      if (it != null) {
        return accepted.trial().refused(ref, it.field(), it.rule(), it.reason());
      }
    }
    return document.by(kinds);
  }

  /** Of several that define one kind the first counts. */
  private static SequencedMap<EntityRef, Description> said(Collection<ReadDocument> documents) {
    SequencedMap<EntityRef, Description> said = new LinkedHashMap<>();
    for (ReadDocument document : documents) {
      if (document instanceof ReadDocument.Accepted accepted && defines(document)) {
        Description description = Description.of(accepted.entity());
        said.putIfAbsent(description.ref(), description);
      }
    }
    return said;
  }

  private static Optional<Objection> objection(
      String kind,
      Kinds before,
      Kinds after,
      Collection<ReadDocument> documents,
      Definitions definitions) {
    Optional<KindDefinition> definition = after.named(kind);
    if (definition.isEmpty()) {
      return Optional.of(Objection.toSchema(UNSOUND));
    }
    if (definition.get().isForNewOnly()
        || definition
            .map(KindDefinition::schema)
            .equals(before.named(kind).map(KindDefinition::schema))) {
      return Optional.empty();
    }
    Misfits misfits = definitions.misfits(definition.get(), described(kind, after, documents));
    return misfits.total() == 0
        ? Optional.empty()
        : Optional.of(Objection.toSchema(misfits.message()));
  }

  private static Set<EntityRef> described(
      String kind, Kinds kinds, Collection<ReadDocument> documents) {
    return documents.stream()
        .map(document -> document.by(kinds))
        .filter(ReadDocument.Accepted.class::isInstance)
        .map(document -> ((ReadDocument.Accepted) document).entity().ref())
        .filter(ref -> ref.kind().equals(kind.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }
}
