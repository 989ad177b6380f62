package dev.portolan.ingestion.adapter;

import java.util.List;

/** A part of a pattern that is matched as a whole. */
sealed interface GlobStep {

  /** Whether it matches a character of the path. */
  boolean takes(char c);

  /** This character. */
  record Letter(char letter) implements GlobStep {
    @Override
    public boolean takes(char c) {
      return c == letter;
    }
  }

  /** {@code ?}. */
  record AnyLetter() implements GlobStep {
    @Override
    public boolean takes(char c) {
      return c != '/';
    }
  }

  /** {@code *}, or {@code **}: any number of characters, none too. */
  record Run(boolean overFolders) implements GlobStep {
    @Override
    public boolean takes(char c) {
      return overFolders || c != '/';
    }
  }

  /** Goes on at any of these steps, and takes no character itself. */
  record Fork(List<Integer> to) implements GlobStep {
    @Override
    public boolean takes(char c) {
      return false;
    }
  }
}
