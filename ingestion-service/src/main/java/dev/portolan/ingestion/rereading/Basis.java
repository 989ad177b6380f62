package dev.portolan.ingestion.rereading;

import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.source.Source;
import java.util.Map;

/**
 * What all files of a source are read by: when any of it changes, nothing of what was read before
 * counts.
 *
 * @param hash of it all
 */
public record Basis(String hash) {

  /** Of a source that is read by this version of the service. */
  public static Basis of(Source source, Kinds kinds) {
    return of(source, kinds.fingerprint(), DescriptorSearch.FORMAT);
  }

  static Basis of(Source source, String kinds, int format) {
    return new Basis(
        CanonicalJson.hash(
            CanonicalJson.ofValue(
                Map.of(
                    "format",
                    format,
                    "kinds",
                    kinds,
                    "adapter",
                    source.adapter(),
                    "configuration",
                    source.configuration()))));
  }
}
