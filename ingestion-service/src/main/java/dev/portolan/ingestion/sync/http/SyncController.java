package dev.portolan.ingestion.sync.http;

import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.SyncStatus;
import dev.portolan.ingestion.sync.postgres.HeldSyncs;
import dev.portolan.ingestion.sync.postgres.OldSyncs;
import dev.portolan.ingestion.sync.postgres.Syncs;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The syncs of a source: those that ran, those in parts, those that are held. */
@RestController
@RequestMapping("/api/sources/{source}/syncs")
class SyncController {
  private static final int MOST = OldSyncs.KEPT;
  private static final int LISTED_ABSENT = 1_000;

  private final Syncs syncs;
  private final HeldSyncs held;
  private final SourceTable sources;
  private final SyncLookup lookup;

  SyncController(Syncs syncs, HeldSyncs held, SourceTable sources, SyncLookup lookup) {
    this.syncs = syncs;
    this.held = held;
    this.sources = sources;
    this.lookup = lookup;
  }

  /** The number of a sync that begins. */
  record Begun(String sync) {}

  /** The newest syncs, without their problems. */
  record SyncList(List<SyncView> syncs) {}

  @GetMapping
  SyncList newest(@PathVariable String source, @RequestParam(defaultValue = "20") int first) {
    if (first < 1 || first > MOST) {
      throw ApiException.badRequest("Not a page", "first must be from 1 to " + MOST + ".");
    }
    lookup.source(source);
    return new SyncList(syncs.newest(source, first).stream().map(SyncView::brief).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Begun begin(@PathVariable String source, @RequestParam(defaultValue = "full") String mode) {
    Source known = sources.pushing(Source.checkName(source));
    return new Begun(Long.toString(syncs.beginParts(known.name(), PushController.mode(mode))));
  }

  @GetMapping("/{id}")
  SyncView sync(@PathVariable String source, @PathVariable String id) {
    return view(lookup.sync(source, id));
  }

  @PostMapping("/{id}/complete")
  SyncView complete(@PathVariable String source, @PathVariable String id) {
    return view(syncs.complete(source, lookup.open(source, id).id()));
  }

  @PostMapping("/{id}/approve")
  SyncView approve(@PathVariable String source, @PathVariable String id) {
    return view(held.approve(source, lookup.held(source, id).id()));
  }

  @PostMapping("/{id}/reject")
  SyncView reject(@PathVariable String source, @PathVariable String id) {
    return view(held.reject(source, lookup.held(source, id).id()));
  }

  private SyncView view(Sync sync) {
    return sync.status() == SyncStatus.HELD
        ? SyncView.held(sync, held.absent(sync.id()), held.absent(sync.id(), LISTED_ABSENT))
        : SyncView.whole(sync);
  }
}
