package dev.portolan.ingestion.adapter;

import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The heading of the highest level with which a Markdown text begins, as plain text. */
final class FirstHeading {
  private static final int DEEPEST = 50;
  private static final int LONGEST = 500;

  /** The parser takes a minute for 200,000 opening brackets: its time grows with their square. */
  private static final int LOOKED_AT = 16_384;

  private static final Parser MARKDOWN =
      Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();

  private FirstHeading() {}

  /** The text of the first heading of level one near the beginning; null when there is none. */
  static @Nullable String of(String markdown) {
    Node block = MARKDOWN.parse(cut(markdown, LOOKED_AT)).getFirstChild();
    while (block != null) {
      if (block instanceof Heading heading && heading.getLevel() == 1) {
        StringBuilder text = new StringBuilder();
        append(heading, text);
        return text.toString().isBlank() ? null : cut(text.toString().strip(), LONGEST);
      }
      block = block.getNext();
    }
    return null;
  }

  private static void append(Node parent, StringBuilder text) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text words -> text.append(words.getLiteral());
        case Code code -> text.append(code.getLiteral());
        default -> append(node, text);
      }
    }
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
