package dev.portolan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortolanTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyCommandSaysWhatItDoes() {
    assertThat(portolan("--help")).isZero();
    assertThat(Portolan.line().getSubcommands().keySet())
        .contains("lint", "what-if", "load")
        .allSatisfy(
            command -> {
              assertThat(out.toString()).contains("  " + command + " ");
              assertThat(portolan(command, "--help")).isZero();
            });
  }

  @Test
  void whatLintIsAskedWronglyIsToldFromWhatItFinds() {
    assertThat(portolan("lint")).isEqualTo(2);
    assertThat(err.toString()).contains("PATH");
    assertThat(portolan("lint", ".", "--format", "xml")).isEqualTo(2);
    assertThat(err.toString()).contains("text, sarif, github");
  }

  @Test
  void lintThatCannotAskEndsWithTwo(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "kind: Component");

    assertThat(portolan("lint", folder.toString(), "--url", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(portolan("lint", folder.resolve("nothing").toString())).isEqualTo(2);
  }

  private int portolan(String... arguments) {
    return Portolan.line()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
