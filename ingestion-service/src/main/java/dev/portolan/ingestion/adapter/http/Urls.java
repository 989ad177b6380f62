package dev.portolan.ingestion.adapter.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Addresses and their parts. */
final class Urls {
  private Urls() {}

  /** The address with a parameter in its query, in the place of any of that name. */
  static URI with(URI url, String parameter, String value) {
    List<String> pairs = new ArrayList<>();
    String name = encoded(parameter);
    if (url.getRawQuery() != null) {
      for (String pair : url.getRawQuery().split("&", -1)) {
        if (!pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "=")) {
          pairs.add(pair);
        }
      }
    }
    pairs.add(name + "=" + encoded(value));
    String path = url.getRawPath();
    return URI.create(
        url.getScheme()
            + "://"
            + url.getRawAuthority()
            + (path.isEmpty() ? "/" : path)
            + "?"
            + String.join("&", pairs));
  }

  /** Whether both are on the same host, by the same protocol and port. */
  static boolean sameHost(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
