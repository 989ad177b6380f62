package dev.portolan.stack.junit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that a build is, from its first module to its last: servers live as long as it does.
 *
 * @param started tells it from a later process that is given the same number
 */
record Build(long pid, String started) {
  private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

  /**
   * Tests run in a fork below a shell below Maven. A CI agent or an IDE above Maven may be Java too
   * and live for weeks, so the outermost Maven counts; without one, the outermost Java process.
   */
  static Build current() {
    List<ProcessHandle> line =
        Stream.iterate(
                Optional.of(ProcessHandle.current()),
                Optional::isPresent,
                process -> process.flatMap(ProcessHandle::parent))
            .flatMap(Optional::stream)
            .toList();
    return of(
        last(line.stream().filter(Build::isMaven))
            .or(() -> last(line.stream().filter(Build::isJava)))
            .orElseGet(ProcessHandle::current));
  }

  static Build of(ProcessHandle process) {
    String started = process.info().startInstant().map(Instant::toString).orElse("");
    return new Build(process.pid(), started);
  }

  static Build parse(String text) {
    int at = text.indexOf('@');
    return new Build(Long.parseLong(text.substring(0, at)), text.substring(at + 1));
  }

  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> of(p).equals(this));
  }

  @Override
  public String toString() {
    return pid + "@" + started;
  }

  private static boolean isMaven(ProcessHandle process) {
    return isJava(process) && process.info().commandLine().orElse("").contains(MAVEN);
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/java");
  }

  private static Optional<ProcessHandle> last(Stream<ProcessHandle> line) {
    return line.reduce((inner, outer) -> outer);
  }
}
