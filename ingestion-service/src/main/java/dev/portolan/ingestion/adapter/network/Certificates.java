package dev.portolan.ingestion.adapter.network;

import dev.portolan.ingestion.adapter.Configuration;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/** The certificates that a source's configuration brings along. */
public final class Certificates {
  private static final String KEY = "caCertificate";

  private Certificates() {}

  /** Whom to believe that a server is who it says, as PEM under {@code caCertificate}. */
  public static Optional<String> in(Configuration configuration) {
    Optional<String> pem = configuration.text(KEY);
    if (pem.isPresent() && !isCertificate(pem.get())) {
      throw configuration.invalid(
          KEY,
          "'caCertificate' must be a certificate as PEM: -----BEGIN CERTIFICATE----- and what follows.");
    }
    return pem;
  }

  private static boolean isCertificate(String pem) {
    try {
      return !CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
          .isEmpty();
    } catch (CertificateException e) {
      return false;
    }
  }
}
