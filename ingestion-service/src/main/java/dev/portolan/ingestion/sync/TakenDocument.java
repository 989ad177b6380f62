package dev.portolan.ingestion.sync;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a document when it has been taken: enough to take it again, unchanged. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TakenDocument.Said.class, name = "said"),
  @JsonSubTypes.Type(value = TakenDocument.Rejected.class, name = "rejected"),
  @JsonSubTypes.Type(value = TakenDocument.PassedOver.class, name = "passedOver"),
})
public sealed interface TakenDocument {

  /** How much of it there is to remember. */
  int weight();

  /**
   * It described an entity.
   *
   * @param document where it stands among the documents of its body or file, from 1
   * @param line where it begins
   * @param path the file in which an adapter found it; null from a push
   * @param ref the entity
   * @param hash of what it said
   * @param notes what its author may want to know
   */
  record Said(
      int document, int line, @Nullable String path, EntityRef ref, String hash, List<String> notes)
      implements TakenDocument {
    @Override
    public int weight() {
      return 1 + notes.size();
    }
  }

  /**
   * It broke a rule.
   *
   * @param document where it stands among the documents of its body or file, from 1
   * @param path the file in which an adapter found it; null from a push
   * @param ref what it described, where that much could be read
   * @param problems at least one
   */
  record Rejected(
      int document, @Nullable String path, @Nullable EntityRef ref, List<Problem> problems)
      implements TakenDocument {
    @Override
    public int weight() {
      return 1 + problems.size();
    }
  }

  /**
   * It did not set out to be a descriptor.
   *
   * @param document where it stands among the documents of its body or file, from 1
   * @param line where it begins
   * @param path the file in which an adapter found it; null from a push
   * @param reason what it is taken for instead
   */
  record PassedOver(int document, int line, @Nullable String path, String reason)
      implements TakenDocument {
    @Override
    public int weight() {
      return 1;
    }
  }
}
