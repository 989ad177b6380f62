package dev.portolan.ingestion.descriptor.body;

/** JSON pointers, RFC 6901. */
public final class Pointers {
  private Pointers() {}

  /** Returns the pointer to a field of what the other points to. */
  public static String child(String parent, String key) {
    return parent + "/" + escape(key);
  }

  /** Returns the pointer to what this one's target lies in; the root's is the root. */
  public static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  /** In how many mappings and lists the target lies. */
  public static int depth(String pointer) {
    return (int) pointer.chars().filter(c -> c == '/').count();
  }

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
