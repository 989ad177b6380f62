package dev.portolan.ingestion.adapter.git;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/**
 * Connects to the host of a source and to no other, wherever its server redirects to: what is sent
 * may carry its token.
 */
final class OneHost implements HttpConnectionFactory {
  private final URI source;
  private final AllowedHosts hosts;
  private final HttpConnectionFactory connections;

  OneHost(URI source, AllowedHosts hosts, HttpConnectionFactory connections) {
    this.source = source;
    this.hosts = hosts;
    this.connections = connections;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    check(url);
    return connections.create(url);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    check(url);
    return connections.create(url, proxy);
  }

  private void check(URL url) throws IOException {
    boolean same =
        url.getProtocol().equals(source.getScheme())
            && url.getHost().equalsIgnoreCase(source.getHost())
            && port(url.getPort()) == port(source.getPort());
    if (!same) {
      throw new IOException(
          "The server redirects to %s://%s, which is not followed: if that is right, make it the url of the source."
              .formatted(url.getProtocol(), url.getAuthority()));
    }
    try {
      hosts.checkReachable(source);
    } catch (InvalidConfigurationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static int port(int port) {
    return port < 0 ? 443 : port;
  }
}
