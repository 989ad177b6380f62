package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Connections to a source's directory. */
final class Connections {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int LONGEST_MESSAGE = 8 << 20;

  private Connections() {}

  /** A connection that is encrypted if it is to be, and whose user is let in. */
  static LDAPConnection open(LdapSource source, LdapSettings settings)
      throws LDAPException, DirectoryFault {
    LDAPConnectionOptions options = options(settings);
    SSLContext tls = tls(source.caCertificate());
    LDAPConnection connection =
        source.isEncryptedAtOnce()
            ? new LDAPConnection(tls.getSocketFactory(), options)
            : new LDAPConnection(options);
    try {
      connection.connect(source.url().getHost(), source.port());
      if (source.startTls()) {
        encrypt(connection, tls);
      }
      connection.bind(source.user(), settings.password(source));
      return connection;
    } catch (LDAPException | DirectoryFault | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void encrypt(LDAPConnection connection, SSLContext tls) throws DirectoryFault {
    try {
      var answer = connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
      if (!answer.getResultCode().equals(ResultCode.SUCCESS)) {
        throw new DirectoryFault("The directory does not encrypt the connection by StartTLS");
      }
    } catch (LDAPException e) {
      // Nothing was told yet, so that nothing of it stands in what the server says.
      throw new DirectoryFault("The connection is not encrypted by StartTLS: " + e.getMessage());
    }
  }

  private static LDAPConnectionOptions options(LdapSettings settings) {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setUseSynchronousMode(true);
    options.setConnectTimeoutMillis(CONNECT_MILLIS);
    options.setResponseTimeoutMillis(settings.silence().toMillis());
    options.setMaxMessageSize(LONGEST_MESSAGE);
    options.setFollowReferrals(false);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
    return options;
  }

  private static SSLContext tls(Optional<String> certificates) throws DirectoryFault {
    try {
      if (certificates.isEmpty()) {
        return SSLContext.getDefault();
      }
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      var pem = new ByteArrayInputStream(certificates.get().getBytes(StandardCharsets.US_ASCII));
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry(Integer.toString(trusted.size()), each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new DirectoryFault("The certificate cannot be used: " + e.getMessage());
    }
  }
}
