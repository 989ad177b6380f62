package dev.portolan.ingestion.rereading;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.ingestion.adapter.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files in memory, with fingerprints as those of a commit, and a list of those that were opened.
 */
final class FakeTree implements SourceTree {
  final TreeMap<String, String> files;
  final List<String> opened = new ArrayList<>();

  FakeTree(Map<String, String> files) {
    this.files = new TreeMap<>(files);
  }

  @Override
  public Listing list() {
    return new Listing(List.copyOf(files.keySet()), List.of(), List.of());
  }

  @Override
  public Optional<String> fingerprint(String path) {
    String text = files.get(path);
    return Optional.of(text == null ? "none" : "file " + text);
  }

  @Override
  public InputStream open(String path) throws IOException {
    String text = files.get(path);
    if (text == null) {
      throw new NoSuchFileException(path);
    }
    opened.add(path);
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
