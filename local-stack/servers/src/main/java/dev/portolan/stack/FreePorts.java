package dev.portolan.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody uses at this moment and that the operating system gives to nobody by itself.
 *
 * <p>A port that the system itself chose would be one of those from which it serves every
 * connection that goes out, and so be taken again before a server that is still starting, or that
 * was stopped for a while, can have it.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;

  /** Linux's own choices begin at 32,768, those of other systems at 49,152. */
  private static final int END = 32_000;

  private static final int TRIES = 1_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /**
   * One that this process was not given before.
   *
   * @param address on which it is to be free
   * @throws IOException when none is found
   */
  public static int next(InetAddress address) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (isFree(address, port) && GIVEN.add(port)) {
        return port;
      }
    }
    throw new IOException(
        "Of %d ports from %d to %d on %s none is free."
            .formatted(TRIES, FIRST, END, address.getHostAddress()));
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, address)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
