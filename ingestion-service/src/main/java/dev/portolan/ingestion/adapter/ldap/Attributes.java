package dev.portolan.ingestion.adapter.ldap;

import dev.portolan.ingestion.adapter.Configuration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The attributes that are asked of each entry: only those that are named here or by the source. */
final class Attributes {
  private static final String KEY = "attributes";
  private static final int MOST = 100;

  /** Those that tell of others: entries by their names, or users by their {@code uid}. */
  static final Set<String> OF_OTHERS =
      Set.of("member", "uniquemember", "memberuid", "memberof", "manager", "owner", "seealso");

  private static final List<String> USUAL =
      List.of(
          "objectClass",
          "uid",
          "cn",
          "sAMAccountName",
          "displayName",
          "givenName",
          "sn",
          "mail",
          "title",
          "description",
          "member",
          "uniqueMember",
          "memberUid");

  /** They are for whoever checks a password; some directories show them to everybody who asks. */
  private static final Set<String> OF_PASSWORDS =
      Set.of(
          "userpassword",
          "unicodepwd",
          "dbcspwd",
          "authpassword",
          "sambantpassword",
          "sambalmpassword",
          "krbprincipalkey",
          "ms-mcs-admpwd",
          "mslaps-password");

  private Attributes() {}

  /** The usual attributes, and the source's own. */
  static List<String> in(Configuration configuration) {
    Object value = configuration.value(KEY).orElse(List.of());
    if (!(value instanceof List<?> list)
        || list.size() > MOST
        || !list.stream().map(String::valueOf).allMatch(Attributes::mayBeAsked)) {
      throw configuration.invalid(
          KEY,
          "'%s' must be a list of up to %d names such as departmentNumber, none of which is for passwords."
              .formatted(KEY, MOST));
    }
    return Stream.concat(USUAL.stream(), list.stream().map(String::valueOf)).distinct().toList();
  }

  private static boolean mayBeAsked(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9-]{0,99}")
        && !OF_PASSWORDS.contains(name.toLowerCase(Locale.ROOT));
  }
}
