package dev.portolan.cli;

import dev.portolan.cli.audit.AuditCommand;
import dev.portolan.cli.caughtup.WaitCommand;
import dev.portolan.cli.importing.ImportCommand;
import dev.portolan.cli.lint.LintCommand;
import dev.portolan.cli.load.LoadCommand;
import dev.portolan.cli.platform.DownCommand;
import dev.portolan.cli.platform.LogsCommand;
import dev.portolan.cli.platform.StatusCommand;
import dev.portolan.cli.platform.UpCommand;
import dev.portolan.cli.scorecard.CheckCommand;
import dev.portolan.cli.scorecard.ScorecardCommand;
import dev.portolan.cli.whatif.WhatIfCommand;
import dev.portolan.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code ./portolan} command. */
@Command(
    name = "portolan",
    description = "Portolan on one machine.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "0.1.0-SNAPSHOT",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      LoadCommand.class,
      WaitCommand.class,
      AuditCommand.class,
      WhatIfCommand.class,
      LintCommand.class,
      ScorecardCommand.class,
      CheckCommand.class,
      ImportCommand.class
    })
final class Portolan {
  private Portolan() {}

  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  /** The command line with all commands; a command that cannot go on ends with 2. */
  static CommandLine line() {
    return new CommandLine(new Portolan())
        .setExecutionExceptionHandler((e, line, result) -> complain(e));
  }

  /** What went wrong in the words of whoever noticed; the stack only for what nobody foresaw. */
  private static int complain(Exception e) {
    switch (e) {
      case CommandFailed failed -> System.err.println("portolan: " + failed.getMessage());
      case StackException failed -> System.err.println("portolan: " + failed.getMessage());
      case IllegalArgumentException wrong -> System.err.println("portolan: " + wrong.getMessage());
      default -> e.printStackTrace();
    }
    return 2;
  }
}
