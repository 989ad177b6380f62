package dev.portolan.ingestion.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source in a directory may say. */
class LdapSourceTest {
  private final LdapSettings settings = settings("hush");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ldap.example.com",
        "https://ldap.example.com",
        "ldaps://sam:hush@ldap.example.com",
        "ldaps://ldap.example.com/dc=example,dc=com",
        "ldaps://ldap.example.com/??sub?(uid=*)",
        "ldaps://ldap example.com"
      })
  void anAddressThatSaysMoreThanWhereIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> LdapSource.of(source(url)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("ldaps://host")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "startTls, perhaps, true or false",
    "startTls, true, true or false",
    "secret, PORTOLAN_POSTGRES_PASSWORD, PORTOLAN_DATABASE_",
    "searches, 'dc=example', a list of 1 to 20",
    "attributes, mail, a list of up to 100",
    "bases, 'dc=example', There is no 'bases'"
  })
  void whatCannotBeMeantIsRefusedWithTheWayOut(String key, String value, String way) {
    Map<String, Object> configuration = source("ldaps://10.0.0.7");
    configuration.put(key, value);

    assertThatThrownBy(() -> LdapSource.of(configuration))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo(key))
        .hasMessageContaining(way);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people              | (uid=*) | searches/0/base",
        "dc=example,dc=com   | (uid=*  | searches/0/filter"
      })
  void aSearchThatCannotBeAskedIsToldWithItsPlace(String base, String filter, String place) {
    Map<String, Object> configuration = source("ldaps://10.0.0.7");
    configuration.put("searches", List.of(Map.of("base", base, "filter", filter)));

    assertThatThrownBy(() -> LdapSource.of(configuration))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo(place));
  }

  @ParameterizedTest
  @ValueSource(strings = {"userPassword", "unicodePwd", "*", "+", "1.1"})
  void attributesOfPasswordsAreNotAskedNorAllAtOnce(String attribute) {
    Map<String, Object> configuration = source("ldaps://10.0.0.7");
    configuration.put("attributes", List.of(attribute));

    assertThatThrownBy(() -> LdapSource.of(configuration))
        .hasMessageContaining("none of which is for passwords");
  }

  @Test
  void onlyAHostInsideIsSpokenToInTheClear() {
    settings.check(LdapSource.of(source("ldap://10.0.0.7")));
    Map<String, Object> outside = source("ldap://203.0.113.7");
    outside.put("secret", "PORTOLAN_DATABASE_FAR");

    assertThatThrownBy(() -> settings.check(LdapSource.of(outside)))
        .hasMessageContaining("ldaps://")
        .hasMessageContaining("PORTOLAN_DATABASE_INSIDE_HOSTS");
    outside.put("startTls", true);
    settings.check(LdapSource.of(outside));
  }

  @Test
  void aPasswordGoesToItsOwnHostAndPortAndIsNotEmpty() {
    assertThatThrownBy(() -> settings.check(LdapSource.of(source("ldap://10.0.0.7:1389"))))
        .hasMessageContaining("for 10.0.0.7 only");
    assertThatThrownBy(() -> settings.check(LdapSource.of(source("ldap://127.0.0.1"))))
        .hasMessageContaining("none of the public network");
    assertThatThrownBy(() -> settings("").check(LdapSource.of(source("ldap://10.0.0.7"))))
        .hasMessageContaining("empty");
  }

  private static LdapSettings settings(String password) {
    return LdapSettings.of(
        AllowedHosts.of(
            AllowedHosts.Settings.DATABASES,
            List.of("10.0.0.7"),
            List.of("PORTOLAN_DATABASE_NEAR=10.0.0.7", "PORTOLAN_DATABASE_FAR=203.0.113.7")),
        new Secrets(Secrets.Family.DATABASE, _ -> password, null));
  }

  private static Map<String, Object> source(String url) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("url", url);
    configuration.put("user", "cn=portolan,dc=example,dc=com");
    configuration.put("secret", "PORTOLAN_DATABASE_NEAR");
    configuration.put("searches", List.of(Map.of("base", "ou=people,dc=example,dc=com")));
    return configuration;
  }
}
