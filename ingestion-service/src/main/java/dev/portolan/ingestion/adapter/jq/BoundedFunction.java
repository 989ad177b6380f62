package dev.portolan.ingestion.adapter.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;
import org.jspecify.annotations.Nullable;

/** A function in Java that is counted by what it is given and by every value that it answers. */
record BoundedFunction(Function function) implements Function {

  @Override
  public void apply(
      Scope scope,
      List<Expression> arguments,
      JsonNode in,
      @Nullable Path path,
      PathOutput output,
      Version version)
      throws JsonQueryException {
    Meter meter = Meter.current();
    meter.spend(1);
    meter.elements(meter.weight(in) / 8);
    function.apply(
        scope,
        arguments.stream().<Expression>map(argument -> new Argument(argument, in)).toList(),
        in,
        path,
        (value, at) -> {
          meter.spend(1);
          meter.value(value);
          output.emit(value, at);
        },
        version);
  }

  /** What a function is given beside its input: {@code contains} compares each with each. */
  private record Argument(Expression expression, JsonNode in) implements Expression {
    @Override
    public void apply(
        Scope scope, JsonNode input, @Nullable Path path, PathOutput output, boolean requirePath)
        throws JsonQueryException {
      Meter meter = Meter.current();
      expression.apply(
          scope,
          input,
          path,
          (value, at) -> {
            meter.elements((long) in.size() * value.size());
            output.emit(value, at);
          },
          requirePath);
    }

    @Override
    public String toString() {
      return expression.toString();
    }
  }
}
