package dev.portolan.ingestion.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KubernetesSourceTest {
  private static final Map<String, Object> GOOD =
      Map.of(
          "url", "https://203.0.113.7:6443",
          "secret", "PORTOLAN_KUBERNETES_PROD",
          "cluster", "prod-eu");

  @Test
  void aClusterWithATokenThatIsForItIsTaken() {
    assertThatCode(() -> check(GOOD)).doesNotThrowAnyException();
  }

  @Test
  void httpIsForHostsInsideOnly() {
    assertRefused("url", "http://203.0.113.7:6443", "https://", "PORTOLAN_KUBERNETES_INSIDE_HOSTS");
  }

  @Test
  void aPrivateAddressIsRefusedUnlessItIsAllowed() {
    assertRefused("url", "https://10.1.2.3", "none of the public network");
  }

  @Test
  void aTokenGoesToTheHostThatItIsForOnly() {
    assertRefused("url", "https://203.0.113.8:6443", "is for 203.0.113.7:6443 only");
    assertRefused(
        "secret",
        "PORTOLAN_KUBERNETES_OTHER",
        "is for no host",
        "such as PORTOLAN_KUBERNETES_OTHER=203.0.113.7:6443.");
    assertRefused("secret", "PORTOLAN_POSTGRES_PASSWORD", "begins with PORTOLAN_KUBERNETES_");
  }

  @Test
  void credentialsHaveNoPlaceInTheUrl() {
    assertRefused("url", "https://me:pw@203.0.113.7:6443", "no user");
  }

  @Test
  void whatIsNoCertificateIsTold() {
    assertRefused("caCertificate", "-----BEGIN PRIVATE KEY-----", "must be a certificate");
  }

  @Test
  void theServiceAccountIsForServicesInAClusterOnly() {
    assertThatThrownBy(() -> check(Map.of("inCluster", true, "cluster", "own")))
        .hasMessageContaining("runs in no cluster");
    assertThatThrownBy(
            () -> check(Map.of("inCluster", true, "cluster", "own", "url", "https://example.com")))
        .hasMessageContaining("leave 'url' out");
    ServiceAccount account = new ServiceAccount(URI.create("https://10.96.0.1:443"), Path.of("/"));
    assertThatCode(() -> check(Map.of("inCluster", true, "cluster", "own"), Optional.of(account)))
        .doesNotThrowAnyException();
  }

  @Test
  void otherKeysAreRefusedWithWhatIsWrong() {
    assertRefused("cluster", "prod/eu", "'cluster' is a name");
    assertRefused("namespace", "{cluster}", "'namespace' is one of the catalog");
    assertRefused("namespaces", List.of("Shop_1"), "'namespaces' must be a list");
    assertRefused("follow", "yes", "'follow' must be true or false");
    assertRefused("kubeconfig", "~/.kube/config", "There is no 'kubeconfig'");
  }

  private static void assertRefused(String key, Object value, String... words) {
    Map<String, Object> configuration = new HashMap<>(GOOD);
    configuration.put(key, value);
    assertThatThrownBy(() -> check(configuration)).hasMessageContainingAll(words);
  }

  private static void check(Map<String, Object> configuration) {
    check(configuration, Optional.empty());
  }

  private static void check(Map<String, Object> configuration, Optional<ServiceAccount> account) {
    AllowedHosts hosts =
        AllowedHosts.of(
            KubernetesSettings.NAMES,
            List.of(),
            List.of("PORTOLAN_KUBERNETES_PROD=203.0.113.7:6443"));
    Secrets secrets = new Secrets(Secrets.Family.KUBERNETES, _ -> "token", null);
    new KubernetesAdapter(new DescriptorReader(), new KubernetesSettings(hosts, secrets, account))
        .check(configuration);
  }
}
