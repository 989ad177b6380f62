package dev.portolan.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Who keeps a port that a server is to have. */
final class PortHolder {
  private PortHolder() {}

  static void requireFree(Server server, StackSettings settings) throws IOException {
    int port = settings.port(server);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.address(), port));
    } catch (java.net.BindException e) {
      throw new StackException(
          "%s cannot have port %d on %s: it is taken. Stop who has it, or set %s to a free port."
              .formatted(server.title(), port, settings.address(), server.portVariable()));
    }
  }
}
