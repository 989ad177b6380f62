package dev.portolan.cli.proposal;

/**
 * Where something stands.
 *
 * @param file as it was found
 * @param line in it, from 1; 0 when unknown
 */
public record Place(String file, int line) {
  /** For what could not be told. */
  public static final Place UNKNOWN = new Place("", 0);

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
