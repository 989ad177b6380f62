package dev.portolan.cli.lint;

import dev.portolan.cli.proposal.Change;
import dev.portolan.cli.proposal.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Verdicts in few words. */
final class Fixtures {
  private static final Path CATALOG = Path.of("catalog");

  private Fixtures() {}

  static Lint nothingToSay() {
    return lint(verdict(List.of(), List.of(), List.of(), List.of(), null));
  }

  /** The web shop gets another owner, its cart has a bad name, and a manifest lies beside them. */
  static Lint aBadName() {
    return lint(
        verdict(
            List.of(
                new Change(
                    "component:default/web",
                    "UPDATED",
                    List.of(
                        new Field(
                            "/spec/owner", StringNode.valueOf("a"), StringNode.valueOf("b"))))),
            List.of(
                problem("shop/cart.yaml", 4, "metadata.name", "The name 'my cart' has a blank.")),
            List.of(new Verdict.PassedOver("k8s.yaml", 1, "a Kubernetes manifest, v1 Service")),
            List.of("a Kubernetes manifest, v1 Service", "A note."),
            null));
  }

  static Lint held() {
    return lint(verdict(List.of(), List.of(), List.of(), List.of(), "25 would be retracted."));
  }

  static Lint rejecting(Verdict.Problem... problems) {
    return lint(verdict(List.of(), List.of(problems), List.of(), List.of(), null));
  }

  static Lint rejectingMany(int count) {
    return rejecting(
        IntStream.rangeClosed(1, count)
            .mapToObj(line -> problem("web.yaml", line, "spec", "No."))
            .toArray(Verdict.Problem[]::new));
  }

  static Verdict.Problem problem(String path, int line, String rule, String message) {
    return new Verdict.Problem(path, line, "/field", rule, message, "component:default/cart");
  }

  /** The files are those that the verdict names, and one of which there is nothing to say. */
  private static Lint lint(Verdict verdict) {
    Stream<String> named =
        Stream.concat(
            verdict.rejected().stream().map(Verdict.Problem::path),
            verdict.passedOver().stream().map(Verdict.PassedOver::path));
    List<Path> files =
        Stream.concat(Stream.of("other.yaml"), named).distinct().map(CATALOG::resolve).toList();
    return new Lint("shop", false, Folder.of(CATALOG, files), verdict);
  }

  private static Verdict verdict(
      List<Change> changes,
      List<Verdict.Problem> rejected,
      List<Verdict.PassedOver> passedOver,
      List<String> notes,
      @Nullable String held) {
    return new Verdict(
        changes, 2, rejected, rejected.size(), passedOver, passedOver.size(), notes, held);
  }
}
