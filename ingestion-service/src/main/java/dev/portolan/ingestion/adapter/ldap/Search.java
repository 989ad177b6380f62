package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of a directory: all entries below one, that one included.
 *
 * @param base the name of that one
 * @param filter which of them are meant
 */
record Search(String base, Filter filter) {
  private static final String KEY = "searches";
  private static final int MOST = 20;
  private static final Set<String> KEYS = Set.of("base", "filter");

  /** In Active Directory a computer is a user, too. */
  private static final String USERS_AND_GROUPS =
      "(|(objectClass=inetOrgPerson)(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)"
          + "(objectClass=posixGroup)(objectClass=group)"
          + "(&(objectClass=user)(!(objectClass=computer))))";

  /** The searches of a source. */
  static List<Search> in(Configuration configuration) {
    if (!(configuration.value(KEY).orElse(null) instanceof List<?> list)
        || list.isEmpty()
        || list.size() > MOST) {
      throw configuration.invalid(
          KEY,
          "'%s' must be a list of 1 to %d searches, each with a 'base' such as ou=people,dc=example,dc=com, and perhaps a 'filter'."
              .formatted(KEY, MOST));
    }
    List<Search> searches = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      searches.add(search(list.get(i), KEY + "/" + i));
    }
    return searches;
  }

  private static Search search(Object entry, String path) {
    if (!(entry instanceof Map<?, ?> map)
        || !KEYS.containsAll(map.keySet())
        || !(map.get("base") instanceof String base)
        || base.isBlank()
        || !DN.isValidDN(base)) {
      throw new InvalidConfigurationException(
          path + "/base",
          "Give each search a 'base', such as ou=people,dc=example,dc=com, and beside it nothing but a 'filter'.");
    }
    Object filter = map.get("filter");
    try {
      return new Search(base, Filter.create(filter == null ? USERS_AND_GROUPS : filter.toString()));
    } catch (LDAPException e) {
      throw new InvalidConfigurationException(
          path + "/filter", "This is no filter of LDAP: " + e.getMessage());
    }
  }
}
