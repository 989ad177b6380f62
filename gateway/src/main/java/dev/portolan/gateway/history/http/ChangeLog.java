package dev.portolan.gateway.history.http;

import dev.portolan.gateway.history.ChangesQuestion;
import dev.portolan.gateway.history.DeletedEntity;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What ingestion-service answers about what changed and what is gone. */
@HttpExchange("/api/history")
public interface ChangeLog {

  @PostExchange("/changes")
  EntityHistory.Changes changes(@RequestBody ChangesQuestion question);

  @GetExchange("/deleted")
  Deleted deleted(
      @RequestParam int first,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String kind);

  /** A page of what is deleted now, the latest first. */
  record Deleted(
      int total, List<DeletedEntity> deleted, @Nullable String endCursor, boolean hasNextPage) {

    public Slice<DeletedEntity> slice() {
      return new Slice<>(total, deleted, endCursor, hasNextPage);
    }
  }
}
