package dev.portolan.catalog.dependency.http;

import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.ImpactAnalysis;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.ImpactQuestion;
import dev.portolan.events.EntityRef;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SequenceWriter;

/** An impact as a file, written while it is read: all of it, of one state of the graph. */
@RestController
class ImpactExportController {
  private static final int BUFFER = 64 * 1024;

  private final GraphAt graph;

  ImpactExportController(GraphAt graph) {
    this.graph = graph;
  }

  /**
   * Writes the file. One that breaks off ends without the last chunk, so that no client takes it
   * for whole.
   */
  @GetMapping("/api/impact/export")
  void export(
      @RequestParam String ref,
      @RequestParam(defaultValue = "DEPENDENTS") Direction direction,
      @RequestParam(defaultValue = "csv") String format,
      @RequestParam(required = false) @Nullable Integer maxDepth,
      @RequestParam(name = "relationType", required = false) @Nullable List<String> relationTypes,
      @RequestParam(required = false) @Nullable Instant asOf,
      HttpServletResponse response)
      throws IOException {
    EntityRef root = EntityRef.parse(ref);
    ImpactExport export = ImpactExport.named(format);
    ImpactQuestion question =
        new ImpactQuestion(
            List.of(root.toString()),
            direction,
            Asked.maxDepth(maxDepth),
            Asked.relationTypes(relationTypes),
            ImpactFilter.ALL,
            Map.of(),
            0,
            1,
            null);
    response.setContentType(export.contentType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"impact-%s.%s\"".formatted(root.name(), export.extension()));
    // Not closed where nothing is there: closing would send an empty file.
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
    SequenceWriter rows = export.to(out);
    if (!new ImpactAnalysis(graph.at(asOf)).each(question, rows::write)) {
      response.reset();
      throw NothingThereException.of(root.toString(), asOf);
    }
    rows.close();
    out.flush();
  }
}
