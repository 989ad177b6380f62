package dev.portolan.search.query;

/** Whether one word may be another one misspelt: as Elasticsearch's fuzziness AUTO has it. */
public final class Misspelling {
  private static final int ONE_MISTAKE_FROM = 3;
  private static final int FIRST_MAY_BE_WRONG_FROM = 5;
  private static final int TWO_MISTAKES_FROM = 6;

  private Misspelling() {}

  /**
   * Whether a word differs by no more than its length excuses. A letter that is missing, wrong or
   * too much, and two that changed places, count as one mistake each.
   */
  public static boolean of(String typed, String word) {
    int mistakes =
        typed.length() < ONE_MISTAKE_FROM ? 0 : typed.length() < TWO_MISTAKES_FROM ? 1 : 2;
    return mistakes > 0
        && !word.isEmpty()
        && typed.startsWith(word.substring(0, rightLetters(typed)))
        && Math.abs(typed.length() - word.length()) <= mistakes
        && distance(typed, word) <= mistakes;
  }

  /** How many letters at its beginning must be right: of a short word little else is left. */
  public static int rightLetters(String typed) {
    return typed.length() < FIRST_MAY_BE_WRONG_FROM ? 1 : 0;
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
