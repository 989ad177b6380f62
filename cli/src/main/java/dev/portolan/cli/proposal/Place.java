package dev.portolan.cli.whatif;

/**
 * Where something stands.
 *
 * @param file as it was found
 * @param line in it, from 1; 0 when unknown
 */
record Place(String file, int line) {
  /** For what could not be told. */
  static final Place UNKNOWN = new Place("", 0);

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line : file;
  }
}
