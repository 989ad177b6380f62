package dev.portolan.ingestion.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A tree from which no more is read than a source may have, for whatever purpose. */
final class CountedTree implements SourceTree {
  static final String EXHAUSTED =
      "The files have more than " + SearchLimits.BYTES + " bytes: the rest is not read.";

  private final SourceTree tree;
  private long bytes;

  CountedTree(SourceTree tree) {
    this.tree = tree;
  }

  boolean isExhausted() {
    return bytes > SearchLimits.BYTES;
  }

  /** How many bytes were read. */
  long bytes() {
    return bytes;
  }

  /** Counts bytes that are not read because they were read before. */
  void count(long more) {
    bytes += more;
  }

  @Override
  public Listing list() throws IOException {
    return tree.list();
  }

  @Override
  public Optional<String> fingerprint(String path) throws IOException {
    return tree.fingerprint(path);
  }

  @Override
  public InputStream open(String path) throws IOException {
    if (isExhausted()) {
      throw new IOException(EXHAUSTED);
    }
    return new CountingInput(tree.open(path), this::count);
  }
}
