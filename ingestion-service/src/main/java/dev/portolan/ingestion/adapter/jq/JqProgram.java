package dev.portolan.ingestion.adapter.jq;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Output;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.IsolatedScopeQuery;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;
import tools.jackson.databind.JsonNode;

/**
 * A JQ program: compiled once, and run as often as there is input.
 *
 * <p>A run takes at most two million steps and five seconds, and makes no text of more than a
 * million letters: then it is stopped, whatever it does. It reads nothing but its input.
 */
public final class JqProgram {
  /** Of a program's text, in characters. */
  public static final int LONGEST = 20_000;

  private final String text;
  private final Expression expression;

  private JqProgram(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Compiles a program.
   *
   * @throws InvalidJqException saying what is wrong with it, and where
   */
  public static JqProgram compile(String text) throws InvalidJqException {
    if (text.length() > LONGEST) {
      throw new InvalidJqException("it has more than %,d characters".formatted(LONGEST));
    }
    try {
      Instrument instrument = new Instrument();
      Expression expression =
          instrument.expression(
              new IsolatedScopeQuery(ExpressionParser.compile(text, Functions.VERSION)));
      Set<String> missing = instrument.missing(Functions::has);
      if (!missing.isEmpty()) {
        throw new InvalidJqException("there is no function " + String.join(", ", missing));
      }
      return new JqProgram(text, expression);
    } catch (JsonQueryException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new InvalidJqException(
          "it cannot be read: "
              + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    } catch (StackOverflowError e) {
      throw new InvalidJqException("it nests too deeply");
    }
  }

  /**
   * All values that the program yields.
   *
   * @throws JqFailedException when it meets an error or a bound
   */
  public List<JsonNode> all(JqInput in) throws JqFailedException {
    List<JsonNode> values = new ArrayList<>();
    run(in, value -> values.add(JqInput.back(value)));
    return values;
  }

  /**
   * The first value that the program yields, for which no more of it is run than it takes; empty
   * when it yields none, or null.
   *
   * @throws JqFailedException when it meets an error or a bound before
   */
  public Optional<JsonNode> first(JqInput in) throws JqFailedException {
    List<JsonNode> values = new ArrayList<>(1);
    try {
      run(
          in,
          value -> {
            values.add(JqInput.back(value));
            throw new EnoughException();
          });
    } catch (EnoughException e) {
      // That was the first.
    }
    return values.stream().filter(value -> !value.isNull()).findFirst();
  }

  private void run(JqInput in, Output output) throws JqFailedException {
    Meter meter = new Meter();
    try {
      ScopedValue.where(Meter.CURRENT, meter)
          .call(
              () -> {
                expression.apply(
                    Functions.newScope(),
                    in.tree(),
                    value -> {
                      // What is handed on leaves the bounds: all of it counts.
                      meter.elements(meter.weight(value));
                      output.emit(value);
                    });
                return true;
              });
    } catch (RunawayException e) {
      throw new JqFailedException(Objects.requireNonNull(e.getMessage()), true);
    } catch (StackOverflowError e) {
      throw new JqFailedException("it calls itself without end and was stopped", true);
    } catch (JsonQueryException e) {
      throw new JqFailedException(String.valueOf(e.getMessage()), false);
    } catch (EnoughException e) {
      throw e;
    } catch (RuntimeException e) {
      // jackson-jq's own faults, such as an index beyond an int.
      throw new JqFailedException(e.toString(), false);
    }
  }

  /** The program's text. */
  @Override
  public String toString() {
    return text;
  }

  /** Ends a run of which the first value was wanted. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughException() {
      super(null, null, false, false);
    }
  }
}
