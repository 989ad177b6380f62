package dev.portolan.search.indexing;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What a Markdown page says: its words without the markup, a block to a line, and where each of its
 * sections begins. Bounded in length and depth, whatever the page.
 *
 * @param text the first 100,000 characters
 * @param sections each with its heading, in order; none for what comes before the first heading
 */
public record PageText(String text, List<PageText.Section> sections) {
  static final int LONGEST = 100_000;
  private static final int MOST_SECTIONS = 1_000;
  private static final int LONGEST_HEADING = 500;
  private static final int DEEPEST = 50;
  private static final Parser MARKDOWN =
      Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();

  /**
   * A part of a page, from its heading to the next.
   *
   * @param heading as plain text
   * @param anchor of the heading in the page when it is rendered: {@code when-it-breaks}
   * @param start where it begins in the page's text
   */
  public record Section(String heading, String anchor, int start) {}

  static PageText of(String markdown) {
    Reading reading = new Reading();
    reading.add(MARKDOWN.parse(markdown));
    return new PageText(
        String.valueOf(SearchDocument.shortened(reading.text.toString(), LONGEST)),
        List.copyOf(reading.sections));
  }

  private static final class Reading {
    private final StringBuilder text = new StringBuilder();
    private final List<Section> sections = new ArrayList<>();
    private final IdGenerator anchors = IdGenerator.builder().build();

    /** Goes no deeper than the parser nests. */
    void add(Node node) {
      if (text.length() >= LONGEST) {
        return;
      }
      if (node instanceof Block && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
      if (node instanceof Heading && sections.size() < MOST_SECTIONS) {
        StringBuilder words = new StringBuilder();
        addWords(node, words);
        String heading = words.toString().strip();
        sections.add(
            new Section(
                String.valueOf(SearchDocument.shortened(heading, LONGEST_HEADING)),
                anchors.generateId(heading),
                text.length()));
      }
      text.append(literal(node));
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        add(child);
      }
    }

    private static void addWords(Node node, StringBuilder words) {
      words.append(literal(node));
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        addWords(child, words);
      }
    }
  }

  private static String literal(Node node) {
    return switch (node) {
      case Text words -> words.getLiteral();
      case Code code -> code.getLiteral();
      case FencedCodeBlock code -> code.getLiteral();
      case IndentedCodeBlock code -> code.getLiteral();
      case SoftLineBreak _, HardLineBreak _ -> " ";
      default -> "";
    };
  }
}
