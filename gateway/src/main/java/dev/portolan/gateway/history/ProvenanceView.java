package dev.portolan.gateway.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the value of a field comes from, and who says otherwise. */
public record ProvenanceView(
    String path,
    String source,
    @Nullable Instant observedAt,
    @Nullable Object value,
    List<Disagreement> disagreements) {

  /** Takes absent disagreements for none. */
  public ProvenanceView {
    disagreements = disagreements == null ? List.of() : disagreements;
  }

  /** What a source says that has been overruled. */
  public record Disagreement(String source, @Nullable Object value, @Nullable Instant observedAt) {}
}
