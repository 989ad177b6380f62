package dev.portolan.cli.whatif;

/** The forms in which a report is printed; their names are what the command line takes. */
enum Format {
  text,
  json,
  markdown;

  /** The report as it is printed. */
  String page(Report report) {
    return switch (this) {
      case text -> TextPage.of(report);
      case json -> JsonPage.of(report);
      case markdown -> MarkdownPage.of(report);
    };
  }
}
