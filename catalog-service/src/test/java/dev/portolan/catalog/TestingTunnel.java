package dev.portolan.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server that can be cut and opened again, so that a service sees the server die and
 * come back while other tests go on using it.
 */
public final class TestingTunnel implements AutoCloseable {
  private final URI server;
  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;

  public TestingTunnel(String uri) {
    server = URI.create(uri);
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The server's address, through the tunnel. */
  public String uri() {
    return server.getScheme() + "://127.0.0.1:" + entrance.getLocalPort();
  }

  /** Ends every connection in the middle of what it says, and lets none through. */
  public void cut() {
    isCut = true;
    sockets.forEach(TestingTunnel::close);
    sockets.clear();
  }

  public void open() {
    isCut = false;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = entrance.accept();
        if (isCut) {
          close(caller);
        } else {
          connect(caller);
        }
      }
    } catch (IOException e) {
      // The entrance was closed: the test is over.
    }
  }

  private void connect(Socket caller) throws IOException {
    Socket callee = new Socket(server.getHost(), server.getPort());
    sockets.add(caller);
    sockets.add(callee);
    Thread.ofVirtual().start(() -> copy(caller, callee));
    Thread.ofVirtual().start(() -> copy(callee, caller));
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side is gone: so is the other.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
