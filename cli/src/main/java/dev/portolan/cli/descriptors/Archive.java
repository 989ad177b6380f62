package dev.portolan.cli.descriptors;

import dev.portolan.cli.CommandFailed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All files in one, each under its own name, so that each is judged by itself and its problems have
 * its lines.
 *
 * @param file a temporary one, which is removed when the archive is closed
 */
public record Archive(Path file) implements AutoCloseable {
  public static final String MEDIA_TYPE = "application/zip";

  /** More than the service takes; so that a wrong path is told and not packed. */
  private static final int MOST_BYTES = 64 << 20;

  /**
   * Packs files.
   *
   * @param files by what they are called in the archive
   * @throws CommandFailed when one cannot be read, or they are too long together
   */
  public static Archive of(SequencedMap<String, Path> files) {
    Archive archive = new Archive(temporary());
    Path current = archive.file();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive.file()))) {
      long left = MOST_BYTES;
      for (Map.Entry<String, Path> file : files.entrySet()) {
        current = file.getValue();
        zip.putNextEntry(new ZipEntry(file.getKey()));
        try (InputStream in = open(file.getValue())) {
          left -= copy(in, zip, left);
        }
        zip.closeEntry();
        if (left < 0) {
          throw new CommandFailed("The files have more than 64 MB. Take a part of them.");
        }
      }
      return archive;
    } catch (IOException e) {
      archive.close();
      throw new CommandFailed(current + " cannot be read: " + e.getMessage(), e);
    } catch (CommandFailed e) {
      archive.close();
      throw e;
    }
  }

  /** Sends it: the type is {@link #MEDIA_TYPE}. */
  public BodyPublisher body() {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new CommandFailed(file + " was removed.", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It lies where the machine itself clears up.
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("portolan-", ".zip");
    } catch (IOException e) {
      throw new CommandFailed("No temporary file can be made: " + e.getMessage(), e);
    }
  }

  /** What is called gzip and is none goes as it is: the service says what is wrong with it. */
  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") && isGzip(file) ? new GZIPInputStream(in) : in;
  }

  private static boolean isGzip(Path file) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      copy(in, OutputStream.nullOutputStream(), MOST_BYTES);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Copies until one byte more than the bound at most, and answers how many. */
  private static long copy(InputStream in, OutputStream out, long bound) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    for (int n = in.read(buffer); n >= 0 && copied <= bound; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      copied += n;
    }
    return copied;
  }
}
