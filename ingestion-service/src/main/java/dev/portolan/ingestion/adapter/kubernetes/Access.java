package dev.portolan.ingestion.adapter.kubernetes;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How an API server is spoken to.
 *
 * @param token of who asks; looked up for each request, since tokens are exchanged
 * @param caCertificate whom to believe beside the usual authorities, as PEM
 */
record Access(URI url, Supplier<String> token, Optional<String> caCertificate) {

  /** A text that may come from the server, without the token. */
  String withoutToken(String text) {
    String secret = token.get();
    return secret.isEmpty() ? text : text.replace(secret, "…");
  }
}
