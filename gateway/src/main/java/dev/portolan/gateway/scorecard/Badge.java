package dev.portolan.gateway.scorecard;

import dev.portolan.gateway.scorecard.ScorecardView.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entity stands, as a picture for a README.
 *
 * @param label on the left, such as the title of a scorecard
 * @param message on the right, such as a level
 * @param color of the right
 */
public record Badge(String label, String message, String color) {
  private static final String RED = "#b3382c";
  private static final String AMBER = "#8a6100";
  private static final String GREEN = "#2f7d32";
  private static final String GREY = "#6a6a6a";

  /** Of the font's letters, on average; a badge is as wide as its words. */
  private static final double LETTER = 6.6;

  private static final int MARGIN = 12;
  private static final int LONGEST = 60;

  /**
   * The badge of a result.
   *
   * @param result null where the scorecard is not for the entity
   */
  public static Badge of(ScorecardView scorecard, @Nullable ResultView result) {
    if (result == null) {
      return new Badge(scorecard.title(), "not held against it", GREY);
    }
    String level = result.level();
    List<Level> levels = scorecard.levels();
    if (level == null) {
      return new Badge(scorecard.title(), "no level yet", RED);
    }
    boolean isHighest = !levels.isEmpty() && levels.getLast().name().equals(level);
    return new Badge(scorecard.title(), level, isHighest ? GREEN : AMBER);
  }

  /** The picture, in SVG; all that somebody wrote is text in it. */
  public String svg() {
    String left = escaped(label);
    String right = escaped(message);
    int leftWidth = width(label);
    int rightWidth = width(message);
    int all = leftWidth + rightWidth;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="20" role="img" aria-label="%s: %s">
        <title>%s: %s</title>
        <rect width="%d" height="20" rx="3" fill="#444"/>
        <path d="M%d 0h%da3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-%dz" fill="%s"/>
        <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
        <text x="%d" y="14">%s</text>
        <text x="%d" y="14">%s</text>
        </g></svg>
        """
        .formatted(
            all,
            left,
            right,
            left,
            right,
            all,
            leftWidth,
            rightWidth - 3,
            rightWidth - 3,
            color,
            leftWidth / 2,
            left,
            leftWidth + rightWidth / 2,
            right);
  }

  private static int width(String text) {
    return MARGIN + (int) Math.ceil(shortened(text).length() * LETTER);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
  }

  private static String escaped(String text) {
    return shortened(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
