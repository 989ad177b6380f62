package dev.portolan.cli.scorecard;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./portolan scorecard ENTITY}: how it stands, as text that people paste into a chat. */
@Command(name = "scorecard", description = "Tells how an entity stands by the scorecards.")
public final class ScorecardCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ENTITY", description = "Its reference: component:default/shop.")
  String ref = "";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() {
    try (Standards standards = new Standards()) {
      out.print(Card.of(standards.of(ref)));
    }
    return 0;
  }
}
