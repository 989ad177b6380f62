package dev.portolan.ingestion.sync.http;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.sync.Foreseen;
import dev.portolan.ingestion.sync.Sync.Mode;
import dev.portolan.ingestion.sync.SyncRun;
import dev.portolan.ingestion.sync.postgres.DryRuns;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a push would change, if it were made. */
@RestController
class WhatIfController {
  /** Each may hold thousands of entities, before and after. */
  private static final int AT_ONCE = 2;

  private final Push push;
  private final DryRuns dryRuns;
  private final SourceTable sources;
  private final Semaphore running = new Semaphore(AT_ONCE);

  WhatIfController(Push push, DryRuns dryRuns, SourceTable sources) {
    this.push = push;
    this.dryRuns = dryRuns;
    this.sources = sources;
  }

  @PostMapping("/api/sources/{source}/what-if")
  WhatIfAnswer whatIf(
      @PathVariable String source,
      @RequestParam(defaultValue = "delta") String mode,
      @RequestParam(defaultValue = "") List<String> retract,
      HttpServletRequest request)
      throws IOException {
    return answer(source, mode, retract, run -> read(request, run));
  }

  private void read(HttpServletRequest request, SyncRun run) throws IOException {
    ApiException broken = push.read(request, run, "nothing of it was written");
    if (broken != null) {
      throw broken;
    }
  }

  private WhatIfAnswer answer(
      String source, String mode, List<String> retract, WhatIf.Documents documents)
      throws IOException {
    Source known = sources.find(Source.checkName(source)).orElseGet(() -> pushing(source));
    Mode wanted = PushController.mode(mode);
    List<EntityRef> retracted = retract.stream().map(EntityRef::parse).distinct().toList();
    if (wanted == Mode.FULL && !retracted.isEmpty()) {
      throw retractInFull();
    }
    if (!running.tryAcquire()) {
      throw ApiException.unavailable(
          "Too many at once", AT_ONCE + " other dry runs are made. Ask again in a few seconds.");
    }
    try {
      return new WhatIf(dryRuns.begin(known, wanted, retracted), wanted).answer(documents);
    } catch (Foreseen.TooManyException e) {
      throw ApiException.unprocessable(
          "Too many changes",
          "The push would change more than "
              + Foreseen.MOST
              + " entities, which is more than a dry run tells. Ask with a part of the documents.");
    } finally {
      running.release();
    }
  }

  private static ApiException retractInFull() {
    return ApiException.badRequest(
            "Nothing to retract by name",
            "A full push retracts what it does not name: leave retract out, or take mode=delta.")
        .with(Map.of("field", "retract"));
  }

  private static Source pushing(String name) {
    return new Source(
        name,
        Source.PUSH,
        Map.of(),
        null,
        Source.DEFAULT_PRIORITY,
        HoldThreshold.DEFAULT,
        null,
        null);
  }
}
