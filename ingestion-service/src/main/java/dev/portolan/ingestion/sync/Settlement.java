package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
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
record Settlement(Kinds kinds, Map<EntityRef, String> refused) {
  private static final String UNSOUND =
      "Merged with what other sources say of this kind, this is no sound definition. Have one source"
          + " define it.";

  /** Settles a batch. */
  static Settlement of(Collection<ReadDocument> documents, Definitions definitions) {
    SequencedMap<EntityRef, Description> said = said(documents);
    Kinds before = definitions.with(List.of());
    if (said.isEmpty()) {
      return new Settlement(before, Map.of());
    }
    Kinds after = definitions.with(said.values());
    Map<EntityRef, String> refused = new HashMap<>();
    for (EntityRef ref : said.keySet()) {
      objection(ref.name(), before, after, documents, definitions)
          .ifPresent(reason -> refused.put(ref, reason));
    }
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
      String reason = refused.get(ref);
      if (reason != null) {
        return accepted.trial().refused(ref, "/spec/schema", "kind.existing", reason);
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

  private static Optional<String> objection(
      String kind,
      Kinds before,
      Kinds after,
      Collection<ReadDocument> documents,
      Definitions definitions) {
    Optional<KindDefinition> definition = after.named(kind);
    if (definition.isEmpty()) {
      return Optional.of(UNSOUND);
    }
    if (definition.get().isForNewOnly()
        || definition
            .map(KindDefinition::schema)
            .equals(before.named(kind).map(KindDefinition::schema))) {
      return Optional.empty();
    }
    Misfits misfits = definitions.misfits(definition.get(), described(kind, after, documents));
    return misfits.total() == 0 ? Optional.empty() : Optional.of(misfits.message());
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
