package dev.portolan.ingestion.descriptor.format.protobuf;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the statements at the top of a file. Of the language no more is known than that a
 * statement ends with a semicolon or with the block that it opens.
 */
final class ProtoReading {
  private final ProtoTokens tokens;
  private final List<ProtoFile.Service> services = new ArrayList<>();
  private String packageName = "";

  ProtoReading(String text) {
    this.tokens = new ProtoTokens(text);
  }

  ProtoFile read() throws UnclosedException {
    for (String word = tokens.next(); !word.isEmpty(); word = tokens.next()) {
      switch (word) {
        case "package" -> {
          packageName = tokens.next();
          finish(packageName);
        }
        case "service" -> service();
        default -> finish(word);
      }
    }
    return new ProtoFile(packageName, services);
  }

  private void service() throws UnclosedException {
    int line = tokens.line();
    int from = tokens.from("service");
    String comment = tokens.comment();
    String name = tokens.next();
    finish(name);
    services.add(new ProtoFile.Service(name, line, comment, from, tokens.at()));
  }

  /** Goes to the end of the statement that the word is in. */
  private void finish(String last) throws UnclosedException {
    int line = tokens.line();
    int depth = 0;
    String word = last;
    while (!(depth == 0 && word.equals(";"))) {
      switch (word) {
        case "" -> throw new UnclosedException("statement", line);
        case "{" -> depth++;
        case "}" -> {
          depth--;
          if (depth <= 0) {
            return;
          }
        }
        default -> {}
      }
      word = tokens.next();
    }
  }
}
