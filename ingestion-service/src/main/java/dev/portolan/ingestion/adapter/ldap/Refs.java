package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import dev.portolan.events.EntityRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which entity each entry became, by the names that other entries call it. */
final class Refs {
  private final Map<String, EntityRef> byDn = new HashMap<>();
  private final Map<String, EntityRef> byUid = new HashMap<>();

  void put(Entry entry, EntityRef ref) throws LDAPException {
    byDn.put(entry.getParsedDN().toNormalizedString(), ref);
    String uid = entry.getAttributeValue("uid");
    if (uid != null) {
      byUid.put(uid, ref);
    }
  }

  /** The entity that a value of such an attribute means, if it was read. */
  Optional<EntityRef> find(String attribute, String value) {
    return Optional.ofNullable(
        attribute.equals("memberuid") ? byUid.get(value) : byDn.get(normalized(value)));
  }

  private static String normalized(String dn) {
    try {
      return new DN(dn).toNormalizedString();
    } catch (LDAPException e) {
      return "";
    }
  }
}
