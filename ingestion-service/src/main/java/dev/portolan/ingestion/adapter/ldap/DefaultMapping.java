package dev.portolan.ingestion.adapter.ldap;

import dev.portolan.ingestion.adapter.mapping.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The mapping of a source that has none of its own: {@code mapping.yaml} beside this class. */
final class DefaultMapping {
  private DefaultMapping() {}

  static Mapping read() {
    try (InputStream in =
        Objects.requireNonNull(DefaultMapping.class.getResourceAsStream("mapping.yaml"))) {
      return Mapping.of(new String(in.readAllBytes(), StandardCharsets.UTF_8), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("The mapping of directories cannot be read", e);
    }
  }
}
