package dev.portolan.ingestion.adapter;

/** A source's configuration that its adapter cannot work with. */
public final class InvalidConfigurationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * Says which key is at fault.
   *
   * @param key of the configuration, such as {@code path}
   * @param message what is wrong and how to mend it
   */
  public InvalidConfigurationException(String key, String message) {
    super(message);
    this.key = key;
  }

  /** The key of the configuration that is at fault. */
  public String key() {
    return key;
  }
}
