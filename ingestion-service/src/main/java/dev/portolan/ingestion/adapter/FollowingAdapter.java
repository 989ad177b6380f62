package dev.portolan.ingestion.adapter;

import java.util.Map;

/** An adapter that hears what changes in a source, beside reading it whole. */
public interface FollowingAdapter extends SourceAdapter {

  /** Whether a source with this configuration is followed. */
  boolean follows(Map<String, Object> configuration);

  /**
   * Follows a source until the thread is interrupted.
   *
   * @throws FollowingException when the source cannot be followed now; it is tried again
   */
  void follow(String source, Map<String, Object> configuration, Listener listener)
      throws InterruptedException;

  /**
   * Removes what following left at the source.
   *
   * @throws FollowingException when the source does not let it
   */
  void leave(String source, Map<String, Object> configuration);
}
