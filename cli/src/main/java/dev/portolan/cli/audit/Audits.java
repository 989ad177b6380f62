package dev.portolan.cli.audit;

import dev.portolan.cli.Calls;
import dev.portolan.cli.CommandFailed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Asks readers to audit themselves. */
final class Audits implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Longer than a reader itself allows. */
  private static final Duration LONGEST = Duration.ofMinutes(40);

  private final Calls calls = new Calls();

  Audit of(URI audit) {
    HttpRequest request =
        HttpRequest.newBuilder(audit).POST(BodyPublishers.noBody()).timeout(LONGEST).build();
    HttpResponse<byte[]> response = calls.send(request);
    return switch (response.statusCode()) {
      case 200 -> JSON.readValue(response.body(), Audit.class);
      case 409 -> throw new CommandFailed(audit + " is busy with a rebuild or another audit");
      default ->
          throw new CommandFailed(
              audit + " answered " + response.statusCode() + ". See: ./portolan status");
    };
  }

  @Override
  public void close() {
    calls.close();
  }
}
