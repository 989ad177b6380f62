package dev.portolan.system.platform;

/**
 * What a command answered.
 *
 * @param exitCode 0 when all went well
 * @param text all that it printed
 */
public record Said(int exitCode, String text) {

  /** Itself, when the command went well. */
  public Said orFail() {
    if (exitCode != 0) {
      throw new IllegalStateException("The command ended with " + exitCode + ":\n" + text);
    }
    return this;
  }
}
