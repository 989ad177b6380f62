package dev.portolan.stack;

import java.util.Map;

/** The compilers of the JVM that a process runs with. */
public enum Compilers {
  /** C1 alone, for what lives shortly or does little. */
  QUICK("-XX:TieredStopAtLevel=1"),

  /**
   * C1 and then C2, for what does the same all day: it does it up to twice as fast, and its start
   * takes twice the processor's time.
   */
  THOROUGH("-XX:+TieredCompilation");

  private static final String VARIABLE = "PORTOLAN_COMPILERS";

  private final String option;

  Compilers(String option) {
    this.option = option;
  }

  /**
   * What the JVM is told: this, unless the environment wants every process to be {@link #QUICK}.
   *
   * @throws StackException when the environment wants what there is not
   */
  public String option(Map<String, String> environment) {
    String wanted = environment.getOrDefault(VARIABLE, "").strip();
    return switch (wanted) {
      case "" -> option;
      case "quick" -> QUICK.option;
      default ->
          throw new StackException(
              VARIABLE + " is \"" + wanted + "\". It can be \"quick\", or not be set.");
    };
  }
}
