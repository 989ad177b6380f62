package dev.portolan.cli.scorecard;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./portolan check ENTITY --min LEVEL}: a gate for builds. */
@Command(
    name = "check",
    description = {
      "Tells whether an entity has reached a level.",
      "0 when it has by every scorecard that has such a level, 1 when not, 2 when that cannot be told."
    })
public final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ENTITY", description = "Its reference: component:default/shop.")
  String ref = "";

  @Option(
      names = "--min",
      paramLabel = "LEVEL",
      required = true,
      description = "The least level, such as silver.")
  String least = "";

  @Option(
      names = "--scorecard",
      paramLabel = "NAME",
      description = "Look at this one alone, and not at all that have such a level.")
  @Nullable String scorecard;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() {
    try (Standards standards = new Standards()) {
      Gate gate = Gate.of(standards.of(ref), least, scorecard);
      gate.lines().forEach(out::println);
      return gate.passes() ? 0 : 1;
    }
  }
}
