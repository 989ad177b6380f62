package dev.portolan.ingestion.original.http;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.original.SourceText;
import dev.portolan.ingestion.original.postgres.OriginalTable;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The texts in which sources describe an entity; none where no source wrote one. */
@RestController
@RequestMapping("/api/entities/{kind}/{namespace}/{name}/originals")
class OriginalController {
  private final OriginalTable originals;

  OriginalController(OriginalTable originals) {
    this.originals = originals;
  }

  /** All that there are. */
  record Originals(List<SourceText> originals) {}

  @GetMapping
  Originals of(
      @PathVariable String kind, @PathVariable String namespace, @PathVariable String name) {
    return new Originals(originals.of(new EntityRef(kind, namespace, name)));
  }
}
