package dev.portolan.ingestion.adapter.jq;

import com.fasterxml.jackson.databind.JsonNode;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;
import org.jspecify.annotations.Nullable;

/** An expression of a program that is counted whenever it is evaluated or yields a value. */
record Step(Expression expression) implements Expression {

  @Override
  public void apply(
      Scope scope, JsonNode in, @Nullable Path path, PathOutput output, boolean requirePath)
      throws JsonQueryException {
    Meter meter = Meter.current();
    meter.spend(1);
    expression.apply(
        scope,
        in,
        path,
        (value, at) -> {
          meter.spend(1);
          meter.value(value);
          output.emit(value, at);
        },
        requirePath);
  }

  @Override
  public String toString() {
    return expression.toString();
  }
}
