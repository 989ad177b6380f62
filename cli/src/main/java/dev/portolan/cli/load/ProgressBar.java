package dev.portolan.cli.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Shows on one line of a terminal how much of the bytes is sent; silent where nobody watches. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final long BETWEEN_DRAWINGS = 100_000_000L;

  private final PrintStream out;
  private final boolean watched;
  private final long total;
  private long sent;
  private long drawnAt;

  ProgressBar(PrintStream out, boolean watched, long total) {
    this.out = out;
    this.watched = watched;
    this.total = Math.max(total, 1);
    this.drawnAt = System.nanoTime();
  }

  /** The same stream, its bytes counted as they are read. */
  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        advance(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        advance(Math.max(n, 0));
        return n;
      }
    };
  }

  /** Removes the bar. */
  synchronized void finish() {
    if (watched) {
      out.print("\r\033[K");
      out.flush();
    }
  }

  /** Bytes are sent in another form than their own. */
  synchronized void advance(long bytes) {
    sent += bytes;
    long now = System.nanoTime();
    if (watched && now - drawnAt > BETWEEN_DRAWINGS) {
      drawnAt = now;
      out.print("\r" + drawn());
      out.flush();
    }
  }

  String drawn() {
    int done = (int) Math.min(WIDTH, WIDTH * sent / total);
    return "[%s%s] %3d %% of %,d KB"
        .formatted("#".repeat(done), "-".repeat(WIDTH - done), 100 * sent / total, total / 1024);
  }
}
