package dev.portolan.ingestion.adapter.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.util.StaticUtils;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as mappings see it: {@code dn}; every attribute in lower case, as a list of texts; and
 * {@code refs}, which says of the values that tell of other entries which entities these are.
 */
final class EntryJson {
  private EntryJson() {}

  static ObjectNode of(Entry entry, Refs refs) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : entry.getAttributes()) {
      String name = attribute.getBaseName().toLowerCase(Locale.ROOT);
      ArrayNode values = json.withArray("/" + name);
      for (byte[] value : attribute.getValueByteArrays()) {
        values.add(text(value));
      }
      if (Attributes.OF_OTHERS.contains(name)) {
        for (String value : attribute.getValues()) {
          refs.find(name, value).ifPresent(ref -> known.put(value, ref.toString()));
        }
      }
    }
    json.put("dn", entry.getDN());
    json.set("refs", known);
    return json;
  }

  private static String text(byte[] value) {
    return StaticUtils.isValidUTF8(value)
        ? StaticUtils.toUTF8String(value)
        : Base64.getEncoder().encodeToString(value);
  }
}
