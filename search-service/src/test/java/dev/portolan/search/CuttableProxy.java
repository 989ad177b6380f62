package dev.portolan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A way to a server that can be cut, as if the server had gone, and mended. */
final class CuttableProxy implements AutoCloseable {
  private final InetSocketAddress server;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket listener;

  /** Starts cut, on a port of its own. */
  CuttableProxy(String url) {
    URI uri = URI.create(url);
    server = new InetSocketAddress(uri.getHost(), uri.getPort());
    try (ServerSocket free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  void mend() {
    try {
      ServerSocket open = new ServerSocket();
      open.setReuseAddress(true);
      open.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      listener = open;
      Thread.ofVirtual().start(() -> accept(open));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void cut() {
    try {
      if (listener != null) {
        listener.close();
      }
      for (Socket socket : sockets) {
        socket.close();
      }
      sockets.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket open) {
    try {
      while (true) {
        Socket near = open.accept();
        Socket far = new Socket(server.getAddress(), server.getPort());
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      }
    } catch (IOException e) {
      // Cut.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Cut, or one side has had enough.
    }
  }

  @Override
  public void close() {
    cut();
  }
}
