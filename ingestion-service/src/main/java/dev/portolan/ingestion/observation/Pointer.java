package dev.portolan.ingestion.observation;

/** JSON Pointers (RFC 6901). */
public final class Pointer {
  private Pointer() {}

  /** The pointer to a member of the object that the given pointer names. */
  public static String to(String parent, String member) {
    return parent + "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
