package dev.portolan.stack.postgres;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs. */
record Commands(Path bin, List<String> prefix) {

  static Commands in(Path home) throws IOException, InterruptedException {
    return new Commands(home.resolve("bin"), prefixOfThisUser());
  }

  /** Runs a program to its end and answers what it said. */
  String run(String program, String... arguments) throws IOException, InterruptedException {
    return run(program, "", List.of(arguments));
  }

  String runWithInput(String program, String input, String... arguments)
      throws IOException, InterruptedException {
    return run(program, input, List.of(arguments));
  }

  /** Runs a program whose output is ours, and so is that of what it leaves running. */
  void runOnOurOutput(String program, String... arguments)
      throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(line(program, List.of(arguments)))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException(program + " ended with " + exit + "; what it said stands above.");
    }
  }

  private String run(String program, String input, List<String> arguments)
      throws IOException, InterruptedException {
    return answer(program, line(program, arguments), input);
  }

  private List<String> line(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin.resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static String answer(String program, List<String> command, String input)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(program + " ended with " + exit + ": " + said.strip());
    }
    return said;
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private static List<String> prefixOfThisUser() throws IOException, InterruptedException {
    if (!answer("id", List.of("id", "-u"), "").strip().equals("0")) {
      return List.of();
    }
    List<String> asNobody = List.of("unshare", "--user");
    try {
      answer("unshare", List.of("unshare", "--user", "id", "-u"), "");
    } catch (IOException e) {
      throw new IllegalStateException(
          "PostgreSQL does not run as root, and this machine lets root make no user namespace"
              + " (unshare --user). Run as another user.",
          e);
    }
    return asNobody;
  }
}
