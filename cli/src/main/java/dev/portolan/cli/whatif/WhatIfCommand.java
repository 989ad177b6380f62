package dev.portolan.cli.whatif;

import dev.portolan.cli.Addresses;
import dev.portolan.cli.CommandFailed;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./portolan what-if}: tells what a pull request would change before it is merged. */
@Command(
    name = "what-if",
    description = {
      "Tells what descriptors would change if they were loaded, and what would follow from it.",
      "Nothing is written. Ends with 0 when all was answered and all documents would be accepted,",
      "with 1 when documents would be rejected or something could not be answered; what would",
      "follow, such as a new circle, is part of the answer and no failure."
    })
public final class WhatIfCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "The file or folder that is proposed.")
  Path path = Path.of("");

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The source that would say it; left out, the only one there is.")
  @Nullable String source;

  @Option(
      names = "--full",
      description =
          "This would be all that the source has: what it names no longer would be retracted.")
  boolean full;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, or markdown for a comment on a pull request (${DEFAULT-VALUE}).")
  Format format = Format.text;

  URI gateway = Addresses.gateway();
  URI ingestion = Addresses.ingestion();
  PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  PrintStream err = System.err;

  @Override
  public Integer call() {
    try {
      Report report = report();
      out.print(format.page(report));
      out.flush();
      return report.isClean() ? 0 : 1;
    } catch (CommandFailed e) {
      err.println("portolan: " + e.getMessage());
      return 1;
    }
  }

  private Report report() {
    Proposal proposal = ProposedFiles.below(path);
    try (Services services = new Services()) {
      String speaker = source == null ? SourceChoice.of(services.sources(ingestion)) : source;
      Reply reply = services.ask(gateway, new Question(speaker, proposal.text(), full));
      WhatIf answer = reply.whatIf();
      if (answer == null) {
        throw new CommandFailed(refusal(reply));
      }
      return Report.of(speaker, full, proposal, answer, Gaps.of(reply, answer));
    }
  }

  private static String refusal(Reply reply) {
    if (reply.detail() != null) {
      return "The gateway refused it: " + reply.detail();
    }
    String reasons =
        reply.errors().stream().map(Reply.Fault::message).collect(Collectors.joining(" "));
    return reasons.isEmpty() ? "The gateway answered neither data nor errors." : reasons;
  }
}
