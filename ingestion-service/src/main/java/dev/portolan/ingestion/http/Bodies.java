package dev.portolan.ingestion.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Opens the body of a push: as it is, or compressed. */
public final class Bodies {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private Bodies() {}

  /**
   * The decoded body, bounded.
   *
   * @param encoding the Content-Encoding; a body that begins as gzip does is taken for gzip
   *     whatever it says
   * @param limit in bytes, after decoding
   * @throws IOException when the body is said to be gzip and is not
   */
  public static BoundedBody open(InputStream body, @Nullable String encoding, long limit)
      throws IOException {
    if (encoding != null && !encoding.matches("(?i)gzip|x-gzip|identity")) {
      throw ApiException.unsupported(
          "The Content-Encoding is " + encoding + "; send the body as it is, or in gzip.");
    }
    var peeked = new PushbackInputStream(body, 2);
    byte[] start = peeked.readNBytes(2);
    peeked.unread(start);
    boolean gzip =
        start.length == 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND;
    return new BoundedBody(gzip ? new GZIPInputStream(peeked, BUFFER) : peeked, limit);
  }
}
