package dev.portolan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeRightsTest {
  private static final Pattern LOOPBACK =
      Pattern.compile("\\$\\{PORTOLAN_PUBLISH:-127\\.0\\.0\\.1}:\\d+:\\d+");
  private static final Pattern ROOT = Pattern.compile("(root|0)(:.*)?");

  private final Map<String, Yaml> services = Compose.ofRepository().services();

  static Set<String> names() {
    return Compose.ofRepository().services().keySet();
  }

  private Yaml service(String name) {
    return services.getOrDefault(name, new Yaml(null));
  }

  private static boolean isBuilt(Yaml service) {
    return service.at("build").exists();
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsPublishedIsPublishedOnLoopbackUnlessToldOtherwise(String name) {
    assertThat(service(name).at("ports").texts()).allMatch(LOOPBACK.asMatchPredicate());
  }

  @ParameterizedTest
  @MethodSource("names")
  void noEngineIsPublishedAndNothingSharesTheNetworkOfTheMachine(String name) {
    Yaml service = service(name);
    assertThat(service.at("ports").exists()).isIn(false, isBuilt(service));
    assertThat(service.at("network_mode").exists()).isFalse();
    assertThat(service.at("networks").texts()).containsExactly("portolan");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everythingHasABoundOnItsMemory(String name) {
    assertThat(Size.mebibytes(service(name).at("mem_limit").textOr("0m"))).isPositive();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingRunsAsRootOrCanBecomeIt(String name) {
    Yaml service = service(name);
    String user =
        isBuilt(service)
            ? Dockerfile.SOURCE.find("^USER (\\S+)$")
            : service.at("user").textOr("root");
    assertThat(user).doesNotMatch(ROOT);
    assertThat(service.at("cap_drop").texts()).containsExactly("ALL");
    assertThat(service.at("security_opt").texts()).containsExactly("no-new-privileges:true");
    assertThat(service.at("privileged").exists()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aServiceOfOursHasARootThatNobodyWrites(String name) {
    Yaml service = service(name);
    assertThat(service.at("read_only").is(true)).isEqualTo(isBuilt(service));
  }
}
