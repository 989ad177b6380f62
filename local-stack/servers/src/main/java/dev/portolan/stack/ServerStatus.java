package dev.portolan.stack;

import java.util.OptionalLong;

/**
 * What is known of a server.
 *
 * @param pid its process, if there is one
 * @param residentBytes its share of memory, if it can be known
 */
public record ServerStatus(
    Server server, State state, int port, OptionalLong pid, OptionalLong residentBytes) {

  /** Whether clients are served. */
  public enum State {
    UP,
    /** There is a process, and it does not answer: it starts, stops or hangs. */
    NOT_ANSWERING,
    DOWN
  }

  static ServerStatus down(Server server, int port) {
    return new ServerStatus(server, State.DOWN, port, OptionalLong.empty(), OptionalLong.empty());
  }
}
