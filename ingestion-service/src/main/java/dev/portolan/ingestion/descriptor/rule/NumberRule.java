package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.ingestion.descriptor.body.Limits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Numbers are such that every reader of JSON can read them back. */
final class NumberRule {
  private NumberRule() {}

  /** What is wrong with a value; null when nothing is, or when it is no number. */
  static @Nullable String fault(JsonNode value) {
    if (value.isBigInteger()) {
      return isLong(value.bigIntegerValue().toString()) ? tooLong() : null;
    }
    return value.isBigDecimal() ? fault(value.decimalValue()) : null;
  }

  private static @Nullable String fault(BigDecimal number) {
    double approximately = number.doubleValue();
    if (Double.isInfinite(approximately)) {
      return "The number is larger than can be kept.";
    }
    if (approximately == 0 && number.signum() != 0) {
      return "The number is closer to 0 than can be kept.";
    }
    return isLong(number.toString()) ? tooLong() : null;
  }

  private static boolean isLong(String text) {
    return text.length() > Limits.NUMBER_CHARACTERS;
  }

  private static String tooLong() {
    return "The number has more than "
        + Limits.NUMBER_CHARACTERS
        + " digits: put it in quotation marks.";
  }
}
