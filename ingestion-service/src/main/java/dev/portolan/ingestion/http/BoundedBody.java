package dev.portolan.ingestion.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that breaks off where it becomes longer than any body may be. */
public final class BoundedBody extends FilterInputStream {
  private final long limit;
  private long read;

  /**
   * Bounds a body.
   *
   * @param limit in bytes, after decoding
   */
  public BoundedBody(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  /** How many bytes were read. */
  public long count() {
    return read;
  }

  /** Whether it broke off; a parser between may have hidden the exception. */
  public boolean exceeded() {
    return read > limit;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) throws IOException {
    read += more;
    if (exceeded()) {
      throw new IOException("The body is longer than " + limit + " bytes");
    }
  }
}
