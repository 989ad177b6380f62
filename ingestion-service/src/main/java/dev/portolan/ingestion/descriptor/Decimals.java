package dev.portolan.ingestion.descriptor;

import java.math.BigDecimal;

/** Decimals with all their digits, in one form, so that 1.5 and 1.50 say the same. */
final class Decimals {
  private Decimals() {}

  /** Keeps one place after the point at least: without it a decimal is read back as an integer. */
  static BigDecimal canonical(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
  }
}
