package dev.portolan.ingestion.descriptor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The ways in which files are broken. */
enum Mutation {
  FLIPPED_BYTES {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      byte[] flipped = file.clone();
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return flipped;
    }
  },
  CUT_OFF {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      return Arrays.copyOf(file, random.nextInt(file.length));
    }
  },
  WITHOUT_A_SPAN {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      Span span = Span.in(file, random);
      return Span.replaced(file, span, new byte[0]);
    }
  },
  SPAN_TWICE {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      Span span = Span.in(file, random);
      return Span.replaced(file, Span.at(random.nextInt(file.length + 1)), span.of(file));
    }
  },
  SPANS_SWAPPED {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      Span one = Span.in(file, random);
      Span two = Span.in(file, random);
      boolean inOrder = one.from() <= two.from();
      Span first = inOrder ? one : two;
      Span second = inOrder ? two : one;
      if (second.from() < first.to()) {
        return Span.replaced(file, first, second.of(file));
      }
      // The later one first: it does not move the earlier one.
      return Span.replaced(Span.replaced(file, second, first.of(file)), first, second.of(file));
    }
  },
  SPLICED {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      Span tail = new Span(random.nextInt(file.length), file.length);
      return Span.replaced(file, tail, Span.in(other, random, other.length).of(other));
    }
  },
  NESTED {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      int depth = 1 << random.nextInt(1, 12);
      String[] brackets = Words.BRACKETS[random.nextInt(Words.BRACKETS.length)];
      String nest = brackets[0].repeat(depth) + brackets[1].repeat(random.nextInt(depth + 1));
      return inserted(file, nest, random);
    }
  },
  ODD_CHARACTERS {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      return inserted(file, one(Words.CHARACTERS, random), random);
    }
  },
  NO_UTF_8 {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      byte[] bytes = Words.NO_UTF_8[random.nextInt(Words.NO_UTF_8.length)];
      return Span.replaced(file, Span.at(random.nextInt(file.length + 1)), bytes);
    }
  },
  YAML_MARKS {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      byte[] marked = file;
      for (int marks = 1 + random.nextInt(4); marks > 0; marks--) {
        marked = beforeAWord(marked, one(Words.MARKS, random), random);
      }
      return marked;
    }
  },
  HUGE_NUMBERS {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      return insteadOfAWord(file, one(Words.NUMBERS, random), random);
    }
  },
  OTHER_LINE_ENDS {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      String end = one(Words.LINE_ENDS, random);
      int share = random.nextInt(1, 4);
      ByteArrayOutputStream lines = new ByteArrayOutputStream(file.length * 2);
      for (byte b : file) {
        if (b == '\n' && random.nextInt(3) < share) {
          lines.writeBytes(bytes(end));
        } else {
          lines.write(b);
        }
      }
      return lines.toByteArray();
    }
  },
  OTHER_WORDS {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      byte[] changed = file;
      for (int words = 1 + random.nextInt(4); words > 0; words--) {
        changed = insteadOfAWord(changed, one(Words.OF_FORMATS, random), random);
      }
      return changed;
    }
  };

  /**
   * A broken file.
   *
   * @param file not empty
   * @param other another file, to take from
   */
  abstract byte[] of(byte[] file, byte[] other, RandomGenerator random);

  private static String one(String[] words, RandomGenerator random) {
    return words[random.nextInt(words.length)];
  }

  private static byte[] inserted(byte[] file, String text, RandomGenerator random) {
    return Span.replaced(file, Span.at(random.nextInt(file.length + 1)), bytes(text));
  }

  private static byte[] beforeAWord(byte[] file, String text, RandomGenerator random) {
    return Span.replaced(file, Span.at(Span.word(file, random).from()), bytes(text));
  }

  private static byte[] insteadOfAWord(byte[] file, String text, RandomGenerator random) {
    return Span.replaced(file, Span.word(file, random), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
