package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cortex.Value.Sort;

/**
 * The little of <a href="https://jqlang.org/manual/">jq</a> that scorecards use on custom data:
 * paths, {@code tonumber}, {@code length}, {@code not} and {@code == true|false}, one behind the
 * other.
 */
final class Jq {
  private Jq() {}

  /** What a program makes of a value. */
  static Value value(Value input, String program) throws UntranslatableException {
    Value value = input;
    for (String stage : program.split("\\|", -1)) {
      value = stage(value, stage.strip(), program);
    }
    return value;
  }

  private static Value stage(Value value, String stage, String program)
      throws UntranslatableException {
    if (!stage.equals(".") && (value.sort() == Sort.NUMBER || value.sort() == Sort.BOOL)) {
      throw unknown(program);
    }
    return switch (stage) {
      case "." -> value;
      case "tonumber" -> value.as("double(" + value.cel() + ")", Sort.NUMBER);
      case "length" -> value.as("size(" + value.cel() + ")", Sort.NUMBER);
      // jq finds it true where nothing is there, too; a rule shall not hold on what nobody said.
      case "not" -> value.as(value.cel() + " == false", Sort.BOOL);
      default -> {
        String end = stage.replaceAll("\\s*==\\s*", "==");
        boolean compares = end.endsWith("==true") || end.endsWith("==false");
        String path = compares ? end.substring(0, end.indexOf("==")) : end;
        Value found = path(value, path, program);
        yield compares
            ? found.as(found.cel() + " == " + end.substring(end.indexOf("==") + 2), Sort.BOOL)
            : found;
      }
    };
  }

  private static Value path(Value value, String path, String program)
      throws UntranslatableException {
    if (path.equals(".")) {
      return value;
    }
    Value found = value;
    String[] names = path.split("\\.", -1);
    if (names.length < 2 || !names[0].isEmpty()) {
      throw unknown(program);
    }
    for (int i = 1; i < names.length; i++) {
      if (!names[i].matches("[A-Za-z_][A-Za-z0-9_]*")) {
        throw unknown(program);
      }
      Condition guard = Cel.has(found.cel(), names[i]);
      found = found.member(Cel.member(found.cel(), names[i]), guard);
    }
    return found;
  }

  private static UntranslatableException unknown(String program) {
    return new UntranslatableException(
        "of jq only paths, tonumber, length, not and == true or false are translated, and this is "
            + program);
  }
}
