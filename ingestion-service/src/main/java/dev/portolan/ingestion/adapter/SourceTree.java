package dev.portolan.ingestion.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The files of a source at one moment; no path leads out of it. */
public interface SourceTree {

  /**
   * What there is to read.
   *
   * @param files the paths of all regular files, relative with {@code /}, in order
   * @param faults what could not be looked into
   * @param notes what is left out by choice, such as a link that leads out of the source
   */
  record Listing(List<String> files, List<String> faults, List<String> notes) {}

  /**
   * Lists the files, at most {@link SearchLimits#FILES} of them: past that it says so in a fault.
   */
  Listing list() throws IOException;

  /**
   * Opens a file.
   *
   * @param path as listed, or a link to a file of this source
   * @throws java.nio.file.NoSuchFileException when there is none
   * @throws java.nio.file.AccessDeniedException when it leads out of the source
   */
  InputStream open(String path) throws IOException;

  /**
   * What tells the content of a file from any other that it might have, without reading it.
   *
   * @param path as for {@link #open}
   * @return equal exactly while opening the file comes to the same, be it that there is none; empty
   *     when only reading it would tell
   */
  default Optional<String> fingerprint(String path) throws IOException {
    return Optional.empty();
  }
}
