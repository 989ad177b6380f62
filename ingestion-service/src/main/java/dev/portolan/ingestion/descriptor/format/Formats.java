package dev.portolan.ingestion.descriptor.format;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The formats that a source asks for.
 *
 * @param asked each once
 */
public record Formats(List<Format> asked) {
  private static final List<Format> ALL =
      List.of(
          new AsyncApi(),
          new GraphQl(),
          new KubernetesManifests(),
          new OpenApi(),
          new Protobuf(),
          new Terraform());

  /** Descriptors alone are read. */
  public static final Formats NONE = new Formats(List.of());

  /**
   * Finds formats by their names.
   *
   * @throws IllegalArgumentException when there is none of a name; the message lists those that
   *     there are
   */
  public static Formats named(Collection<?> names) {
    return new Formats(names.stream().map(Formats::named).distinct().toList());
  }

  private static Format named(Object name) {
    return ALL.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no format '%s', but %s."
                        .formatted(name, ALL.stream().map(Format::name).sorted().toList())));
  }

  /** Patterns of the files to look for, beside those of the source. */
  public List<String> files() {
    return asked.stream().flatMap(format -> format.files().stream()).distinct().toList();
  }

  /** Whether a file of that path is plain text of one of them. */
  public boolean isText(String file) {
    return asked.stream().anyMatch(format -> format.isText(file));
  }

  /** Whether a file of that path may be larger than others. */
  public boolean isLarge(String file) {
    return asked.stream().anyMatch(format -> format.isLarge(file));
  }

  /** Whether nothing of a text that cannot be parsed may be quoted. */
  public boolean mayHoldSecrets(String file, String text) {
    return asked.stream().anyMatch(format -> format.mayHoldSecrets(file, text));
  }

  /** The same, if some of them are to be told what a file holds before it is read. */
  public Optional<Formats> lookingAhead() {
    List<Format> ahead =
        asked.stream().map(format -> format.lookingAhead().orElse(format)).toList();
    return ahead.equals(asked) ? Optional.empty() : Optional.of(new Formats(ahead));
  }

  /** Tells them of a document, which is translated later. */
  public void lookAt(JsonNode tree) {
    asked.forEach(format -> format.lookAt(tree));
  }

  /** The format of a document, unless it is in none that is asked for. */
  public Optional<Format> of(FileDocument document) {
    return asked.stream().filter(format -> format.recognises(document)).findFirst();
  }
}
