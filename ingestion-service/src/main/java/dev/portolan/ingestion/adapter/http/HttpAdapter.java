package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.adapter.network.Secrets;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Reads the items of a JSON API and maps each to an entity.
 *
 * <p>Configuration: {@code url} and {@code query}; {@code auth}; {@code items}, {@code pagination}
 * and {@code since}; {@code mapping} and {@code kind}; or {@code integration}, which comes with all
 * of that, and its {@code variables}. docs/http-sources.md says what each is.
 */
public final class HttpAdapter implements SourceAdapter {
  private final DescriptorReader reader;
  private final HttpSettings settings;
  private final Secrets secrets;
  private final Known.OfSources known = new Known.OfSources();
  private final HttpClient client;

  /** Reads APIs. */
  public HttpAdapter(DescriptorReader reader, HttpSettings settings, Secrets secrets) {
    this.reader = reader;
    this.settings = settings;
    this.secrets = secrets;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.answer())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public void check(Map<String, Object> configuration) {
    HttpSourceCheck.check(HttpSource.of(configuration), settings.hosts(), secrets);
  }

  @Override
  public SourceReading read(String source, Map<String, Object> configuration, Reception reception) {
    HttpSource asked = HttpSource.of(configuration);
    HttpSourceCheck.check(asked, settings.hosts(), secrets);
    Instant now = settings.clock().instant();
    Conversation conversation = new Conversation(client, settings, secrets, asked);
    return new HttpReading(asked, conversation, reader, reception::take)
        .read(Asking.of(asked, known.find(source, configuration, now), now));
  }

  @Override
  public void taken(String source, Map<String, Object> configuration, SourceReading reading) {
    if (reading.revision() != null) {
      known.keep(
          source,
          configuration,
          reading.revision(),
          reading.newsOnly() == null,
          settings.clock().instant());
    }
  }
}
