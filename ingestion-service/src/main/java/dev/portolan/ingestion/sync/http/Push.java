package dev.portolan.ingestion.sync.http;

import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.UnreadableBodyException;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.http.Bodies;
import dev.portolan.ingestion.http.BoundedBody;
import dev.portolan.ingestion.sync.Report;
import dev.portolan.ingestion.sync.SyncRun;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads a pushed body, documents or an archive of files, and says where it broke off. */
@Component
class Push {
  private final DescriptorReader reader;
  private final ZippedFiles files;
  private final PushProperties bounds;

  Push(DescriptorReader reader, ZippedFiles files, PushProperties bounds) {
    this.reader = reader;
    this.files = files;
    this.bounds = bounds;
  }

  /**
   * Reads a body to its end.
   *
   * @param taken what became of the documents before the place where it broke off
   * @return why the body broke off; null when it was read whole
   */
  @Nullable ApiException read(HttpServletRequest request, SyncRun run, String taken)
      throws IOException {
    if (ZippedFiles.isOne(request)) {
      return readFiles(request, run, taken);
    }
    return read(
        request.getInputStream(), request.getHeader(HttpHeaders.CONTENT_ENCODING), run, taken);
  }

  private @Nullable ApiException readFiles(HttpServletRequest request, SyncRun run, String taken)
      throws IOException {
    try {
      files.read(request, run);
      run.finish();
      return null;
    } catch (ApiException broken) {
      run.finish();
      return broken.adding(taken(run.report(), taken)).with(members(run.report()));
    }
  }

  private @Nullable ApiException read(
      InputStream body, @Nullable String encoding, SyncRun run, String taken) {
    BoundedBody bounded = null;
    try {
      bounded = Bodies.open(body, encoding, bounds.maxBody().toBytes());
      reader.read(bounded, document -> run.accept(document, null));
      run.finish();
      return null;
    } catch (UnreadableBodyException | IOException broken) {
      run.finish();
      if (bounded != null && bounded.exceeded()) {
        return ApiException.tooLarge(
                "The body is longer than "
                    + bounds.maxBody().toMegabytes()
                    + " MB after decoding. Send it in several requests. "
                    + taken(run.report(), taken))
            .with(members(run.report()));
      }
      return ApiException.badRequest(
              "The body cannot be read to its end",
              place(broken) + " " + taken(run.report(), taken))
          .with(place(broken, run.report()));
    }
  }

  private static String place(Exception broken) {
    return broken instanceof UnreadableBodyException unreadable
        ? "Line "
            + unreadable.line()
            + ", column "
            + unreadable.column()
            + ": "
            + broken.getMessage()
        : "The body broke off: " + broken.getMessage() + ".";
  }

  private static Map<String, Object> place(Exception broken, Report report) {
    Map<String, Object> members = members(report);
    if (broken instanceof UnreadableBodyException unreadable) {
      members.put("line", unreadable.line());
      members.put("column", unreadable.column());
    }
    return members;
  }

  private static String taken(Report report, String taken) {
    return "Before that, "
        + (report.accepted() + report.unchanged())
        + " documents were taken and "
        + report.rejected()
        + " rejected; "
        + taken
        + ".";
  }

  /** What a problem detail says of the documents. */
  static Map<String, Object> members(Report report) {
    var members = new LinkedHashMap<String, Object>();
    members.put("accepted", report.accepted());
    members.put("unchanged", report.unchanged());
    members.put("rejected", report.rejected());
    members.put("problems", report.problems());
    members.put("notes", report.notes());
    return members;
  }
}
