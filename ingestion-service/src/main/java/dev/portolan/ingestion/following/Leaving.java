package dev.portolan.ingestion.following;

import dev.portolan.ingestion.following.postgres.FollowingTable;
import dev.portolan.ingestion.schedule.Adapters;
import java.util.Optional;

/** Takes away what following left at a source, by the adapter that it was followed by. */
record Leaving(Adapters adapters, FollowingTable following) {

  /**
   * Leaves a source, if it was followed.
   *
   * @throws dev.portolan.ingestion.adapter.FollowingException when the source does not let it
   */
  void leave(String source) {
    Optional<Followed> before = following.followed(source);
    before
        .flatMap(how -> adapters.following(how.adapter()))
        .ifPresent(adapter -> adapter.leave(source, before.orElseThrow().configuration()));
  }
}
