package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.network.AllowedHosts;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What all HTTP sources have in common.
 *
 * @param hosts that may be spoken to
 * @param answer how long one answer may take, from the connection to its last byte
 * @param reading how long all answers of a reading may take together
 * @param pause how to wait
 * @param clock says when it is
 */
public record HttpSettings(
    AllowedHosts hosts, Duration answer, Duration reading, Pause pause, InstantSource clock) {
  /** How whoever runs the service names the hosts. */
  public static final AllowedHosts.Settings NAMES =
      new AllowedHosts.Settings(
          "PORTOLAN_HTTP_INSIDE_HOSTS", "PORTOLAN_HTTP_SECRETS", "PORTOLAN_HTTP_TOKEN");

  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration READING = Duration.ofMinutes(15);

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    /** Returns after that time. */
    void pause(Duration time) throws InterruptedException;
  }

  /** As it is outside of tests. */
  public static HttpSettings of(AllowedHosts hosts, InstantSource clock) {
    return new HttpSettings(hosts, ANSWER, READING, Thread::sleep, clock);
  }
}
