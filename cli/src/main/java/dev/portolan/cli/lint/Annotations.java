package dev.portolan.cli.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Commands of a GitHub workflow: each problem is shown at its line of the pull request. */
final class Annotations {
  private Annotations() {}

  static String of(Lint lint) {
    List<String> lines = new ArrayList<>();
    for (Verdict.Problem problem : lint.verdict().rejected()) {
      lines.add(error(Paths.relative(lint.folder().file(problem.path())), problem));
    }
    for (String note : lint.notes()) {
      lines.add(
          "::%s::%s"
              .formatted(note.equals(lint.verdict().held()) ? "warning" : "notice", data(note)));
    }
    lines.add(data(lint.summary()));
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String error(String file, Verdict.Problem problem) {
    List<String> properties = new ArrayList<>();
    properties.add("file=" + property(file));
    if (problem.line() > 0) {
      properties.add("line=" + problem.line());
    }
    properties.add("title=" + property(problem.rule()));
    return "::error %s::%s".formatted(String.join(",", properties), data(problem.message()));
  }

  /** Without this a message would end at the end of its line, and the next could be a command. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
