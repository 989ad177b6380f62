package dev.portolan.ingestion.history.http;

import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.history.DeletedPage;
import dev.portolan.ingestion.history.postgres.DeletedEntities;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is deleted now. */
@RestController
class DeletedController {
  private final DeletedEntities deleted;

  DeletedController(DeletedEntities deleted) {
    this.deleted = deleted;
  }

  @GetMapping("/api/history/deleted")
  DeletedPage deleted(
      @RequestParam(defaultValue = "50") int first,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String kind) {
    String checked =
        kind == null ? null : NamingRule.KIND.check("kind", kind).toLowerCase(Locale.ROOT);
    return deleted.page(checked, Pages.first(first), Pages.after(after));
  }
}
