package dev.portolan.ingestion.adapter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tree that knows which of its files were looked at, and whether it could answer each time. */
final class TracedTree implements SourceTree {
  private final SourceTree tree;
  private final Set<String> looked = new LinkedHashSet<>();
  private boolean failed;

  TracedTree(SourceTree tree) {
    this.tree = tree;
  }

  /** The files that were looked at, each once. */
  List<String> looked() {
    return List.copyOf(looked);
  }

  /** Whether something could not be read that may well be readable the next time. */
  boolean hasFailed() {
    return failed;
  }

  /** Somebody makes something of there being such a file, or none. */
  void lookAt(String path) {
    looked.add(path);
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
    looked.add(path);
    try {
      return new Watched(tree.open(path));
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  private final class Watched extends FilterInputStream {
    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }
  }
}
