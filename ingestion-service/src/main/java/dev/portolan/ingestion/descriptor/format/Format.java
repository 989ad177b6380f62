package dev.portolan.ingestion.descriptor.format;

import dev.portolan.ingestion.descriptor.dialect.Translation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A format of files that describe software, though nobody wrote them for a catalog.
 *
 * <p>They are read only where a source asks for the format. What they say is put into the form of a
 * descriptor and kept by the rules of translations from there on.
 */
public sealed interface Format
    permits AsyncApi, GraphQl, KubernetesManifests, OpenApi, Protobuf, Terraform {

  /** The name by which a source asks for it. */
  String name();

  /** Patterns of files that it is looked for in, beside those of the source. */
  default List<String> files() {
    return List.of();
  }

  /** Whether a file of that path is plain text of this format, and neither YAML nor JSON. */
  default boolean isText(String file) {
    return false;
  }

  /** Whether a file of that path is one document in JSON, and may be larger than others. */
  default boolean isLarge(String file) {
    return false;
  }

  /**
   * Whether a text may hold secrets, so that nothing of it may be quoted to say why it cannot be
   * read.
   *
   * @param text that cannot be parsed
   */
  default boolean mayHoldSecrets(String file, String text) {
    return false;
  }

  /**
   * One that is told all documents of a file by {@link #lookAt} before any of them is translated;
   * empty where each document says all by itself.
   */
  default Optional<Format> lookingAhead() {
    return Optional.empty();
  }

  /** Takes note of a document, which is translated later. */
  default void lookAt(JsonNode tree) {}

  /**
   * Whether a document is written in it. Only asked of what is no descriptor and no file of another
   * portal.
   */
  boolean recognises(FileDocument document);

  /**
   * Says a document in the words of descriptors.
   *
   * @return one for each thing that it describes, and at least one: the reason when it is nothing
   */
  List<Translation> translate(FileDocument document);
}
