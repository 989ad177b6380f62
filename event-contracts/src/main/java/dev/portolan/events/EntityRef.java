package dev.portolan.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The identity of an entity, {@code kind:namespace/name}.
 *
 * <p>References are case-insensitive; this holds the canonical form, in lower case. A reference may
 * name an entity that does not exist (yet): it promises nothing but its own form.
 *
 * @param kind letters and digits, starting with a letter, at most 63 characters
 * @param namespace letters and digits in runs separated by one of {@code -_.}, at most 63
 *     characters
 * @param name as the namespace
 */
public record EntityRef(String kind, String namespace, String name)
    implements Comparable<EntityRef> {

  /** The namespace of an entity that names none. */
  public static final String DEFAULT_NAMESPACE = "default";

  /**
   * Puts the parts into canonical form.
   *
   * @throws InvalidNameException when a part breaks its naming rule
   */
  public EntityRef {
    kind = NamingRule.KIND.check("kind", kind).toLowerCase(Locale.ROOT);
    namespace = NamingRule.NAMESPACE.check("namespace", namespace).toLowerCase(Locale.ROOT);
    name = NamingRule.NAME.check("name", name).toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a full reference, {@code kind:name} or {@code kind:namespace/name}.
   *
   * @throws InvalidNameException when the kind is missing or a part breaks its naming rule
   */
  @JsonCreator
  public static EntityRef parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new InvalidNameException(
          "kind",
          text,
          "a reference is kind:namespace/name or kind:name, and this one has no kind");
    }
    return parse(text, "", DEFAULT_NAMESPACE);
  }

  /**
   * Reads a reference as descriptors write it, where kind and namespace may be left out.
   *
   * @param defaultKind the kind when the text names none
   * @param defaultNamespace the namespace when the text names none: that of the entity which refers
   * @throws InvalidNameException when a part breaks its naming rule
   */
  public static EntityRef parse(String text, String defaultKind, String defaultNamespace) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? defaultKind : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    int slash = rest.indexOf('/');
    String namespace = slash < 0 ? defaultNamespace : rest.substring(0, slash);
    return new EntityRef(kind, namespace, rest.substring(slash + 1));
  }

  @Override
  public int compareTo(EntityRef other) {
    return toString().compareTo(other.toString());
  }

  @Override
  @JsonValue
  public String toString() {
    return kind + ":" + namespace + "/" + name;
  }
}
