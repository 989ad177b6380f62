package dev.portolan.cli.lint;

/** The forms in which it is told; their names are what the command line takes. */
enum Format {
  text,
  sarif,
  github;

  /**
   * All of it as it is printed.
   *
   * @param version of the command
   */
  String page(Lint lint, String version) {
    return switch (this) {
      case text -> TextPage.of(lint);
      case sarif -> SarifLog.of(lint, version).json();
      case github -> Annotations.of(lint);
    };
  }
}
