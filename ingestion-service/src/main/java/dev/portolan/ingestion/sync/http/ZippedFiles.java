package dev.portolan.ingestion.sync.http;

import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.descriptor.UnreadableBodyException;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.http.Bodies;
import dev.portolan.ingestion.http.BoundedBody;
import dev.portolan.ingestion.sync.SyncRun;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Files in one body, a zip archive: each is read by itself, as a sync of their folder would. */
@Component
class ZippedFiles {
  private static final String MEDIA_TYPE = "(?i)application/zip\\s*(;.*)?";

  private static final int MOST_ZIPPED_BYTES = 16 << 20;

  /** They fit into a folder for temporary files of 64 MB. */
  private static final int AT_ONCE = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int MOST_FILES = 20_000;

  /** Of a file's name: it comes back with every problem. */
  private static final int MOST_CHARACTERS = 1_000;

  private final DescriptorReader reader;
  private final PushProperties bounds;
  private final Semaphore room = new Semaphore(AT_ONCE);

  ZippedFiles(DescriptorReader reader, PushProperties bounds) {
    this.reader = reader;
    this.bounds = bounds;
  }

  /** Whether the body is said to be an archive. */
  static boolean isOne(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.matches(MEDIA_TYPE);
  }

  /**
   * Reads all files in the order in which the archive lists them.
   *
   * @throws ApiException when the archive breaks a bound or cannot be read to its end; what was
   *     read before that is in the run
   */
  void read(HttpServletRequest request, SyncRun run) throws IOException {
    if (!hasRoom()) {
      throw ApiException.unavailable(
          "Too many archives at once", "Others are being read. Send it again in a while.");
    }
    try {
      receiveAndRead(request, run);
    } finally {
      room.release();
    }
  }

  private boolean hasRoom() {
    try {
      return room.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void receiveAndRead(HttpServletRequest request, SyncRun run) throws IOException {
    // An archive has its table of contents at the end, and without that it may be cut off.
    Path archive = Files.createTempFile("portolan-", ".zip");
    try {
      receive(request, archive);
      try (ZipFile zip = new ZipFile(archive.toFile())) {
        read(zip, run);
      }
    } catch (IOException e) {
      throw ApiException.badRequest(
          "The archive cannot be read to its end",
          "The body is no whole zip archive: " + e.getMessage() + ".");
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private static void receive(HttpServletRequest request, Path archive) throws IOException {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    BoundedBody body = Bodies.open(request.getInputStream(), encoding, MOST_ZIPPED_BYTES);
    try {
      Files.copy(body, archive, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      if (body.exceeded()) {
        throw tooLarge(MOST_ZIPPED_BYTES >> 20, "as an archive");
      }
      throw e;
    }
  }

  private void read(ZipFile zip, SyncRun run) throws IOException {
    List<? extends ZipEntry> files = zip.stream().filter(entry -> !entry.isDirectory()).toList();
    if (files.size() > MOST_FILES) {
      throw ApiException.tooLarge(
          "The archive has more than " + MOST_FILES + " files. Take a part of them.");
    }
    long left = bounds.maxBody().toBytes();
    for (ZipEntry file : files) {
      if (file.getName().length() > MOST_CHARACTERS) {
        throw ApiException.badRequest(
            "A file's name is too long",
            "The name of a file has more than " + MOST_CHARACTERS + " characters.");
      }
      try (BoundedBody text = new BoundedBody(zip.getInputStream(file), left)) {
        read(text, file.getName(), run);
        left -= text.count();
      }
    }
  }

  private void read(BoundedBody text, String path, SyncRun run) throws IOException {
    AtomicInteger last = new AtomicInteger();
    try {
      reader.read(
          text,
          document -> {
            last.set(document.document());
            run.accept(document, path);
          });
    } catch (UnreadableBodyException e) {
      run.accept(ReadDocument.Rejected.brokenOff(last.get() + 1, e), path);
    } catch (IOException e) {
      if (text.exceeded()) {
        throw tooLarge(bounds.maxBody().toMegabytes(), "together");
      }
      throw e;
    }
  }

  private static ApiException tooLarge(long megabytes, String how) {
    return ApiException.tooLarge(
        "The files have more than %d MB %s. Take a part of them.".formatted(megabytes, how));
  }
}
