package dev.portolan.ingestion.kind.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.postgres.CatalogKinds;
import dev.portolan.ingestion.reconciliation.postgres.KindChanges;
import dev.portolan.ingestion.reconciliation.postgres.KindChanges.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which kinds have a definition. */
@RestController
class KindsController {
  private final CatalogKinds kinds;
  private final KindChanges changes;

  KindsController(CatalogKinds kinds, KindChanges changes) {
    this.kinds = kinds;
    this.changes = changes;
  }

  /** All of them, by kind. */
  record KindsAnswer(List<Kind> kinds) {}

  /**
   * One of them.
   *
   * @param builtIn whether it comes with Portolan
   * @param merging how far its entities are merged by its definition of now; absent when all are
   */
  record Kind(
      String kind,
      String title,
      boolean builtIn,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Progress merging) {}

  @GetMapping("/api/kinds")
  KindsAnswer kinds() {
    Map<String, Progress> underWay = changes.underWay();
    return new KindsAnswer(
        kinds.refresh().all().stream().map(kind -> kind(kind, underWay)).toList());
  }

  private static Kind kind(KindDefinition kind, Map<String, Progress> underWay) {
    return new Kind(
        kind.kind(),
        kind.title(),
        Kinds.isBuiltIn(kind.kind()),
        underWay.get(kind.kind().toLowerCase(Locale.ROOT)));
  }
}
