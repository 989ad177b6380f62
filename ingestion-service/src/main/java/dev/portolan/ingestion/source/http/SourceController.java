package dev.portolan.ingestion.source.http;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.following.postgres.FollowingTable;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.schedule.AdapterRuns;
import dev.portolan.ingestion.schedule.Adapters;
import dev.portolan.ingestion.source.Following;
import dev.portolan.ingestion.source.Freshness;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.postgres.FreshnessTable;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.webhook.WebhookKeys;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who speaks of entities. */
@RestController
@RequestMapping("/api/sources")
class SourceController {
  private final SourceTable sources;
  private final FreshnessTable freshness;
  private final FollowingTable following;
  private final Adapters adapters;
  private final AdapterRuns runs;
  private final WebhookKeys webhookKeys;

  SourceController(
      SourceTable sources,
      FreshnessTable freshness,
      FollowingTable following,
      Adapters adapters,
      AdapterRuns runs,
      WebhookKeys webhookKeys) {
    this.sources = sources;
    this.freshness = freshness;
    this.following = following;
    this.adapters = adapters;
    this.runs = runs;
    this.webhookKeys = webhookKeys;
  }

  /** All sources, by name. */
  record SourceList(List<SourceView> sources) {}

  @GetMapping
  SourceList all() {
    return new SourceList(views(sources.all()));
  }

  @GetMapping("/{name}")
  SourceView source(@PathVariable String name) {
    return view(known(name));
  }

  /** The number of a sync that begins. */
  record Begun(String sync) {}

  @PostMapping("/{name}/sync")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Begun sync(@PathVariable String name) {
    try {
      return new Begun(Long.toString(runs.start(known(name)).sync()));
    } catch (DuplicateKeyException e) {
      throw ApiException.conflict(
          "Source " + name + " is being read: see GET /api/sources/" + name + "/syncs.");
    } catch (IllegalStateException e) {
      throw ApiException.conflict(e.getMessage() + ".");
    }
  }

  @PutMapping("/{name}")
  ResponseEntity<SourceView> put(@PathVariable String name, @RequestBody SourceRequest request) {
    if (Source.checkName(name).equals(Observation.RESTORED)) {
      throw ApiException.conflict(
          "The source " + name + " is built in, and cannot be changed; take another name.");
    }
    Source source = checked(name, request);
    boolean created = sources.put(source);
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK).body(view(source));
  }

  private SourceView view(Source source) {
    return views(List.of(source)).getFirst();
  }

  private List<SourceView> views(List<Source> all) {
    List<String> names = all.stream().map(Source::name).toList();
    Map<String, Freshness> known = freshness.of(names);
    Map<String, Following> followed = following.of(names);
    return all.stream()
        .map(
            source ->
                SourceView.of(
                    source,
                    known.getOrDefault(source.name(), Freshness.UNKNOWN),
                    followed.get(source.name())))
        .toList();
  }

  private Source known(String name) {
    return sources
        .find(Source.checkName(name))
        .orElseThrow(() -> ApiException.notFound("There is no source " + name + "."));
  }

  private Source checked(String name, SourceRequest request) {
    try {
      Source source = request.source(name);
      if (!source.adapter().equals(Source.PUSH)) {
        adapter(source.adapter()).check(source.configuration());
      }
      if (source.webhook() != null) {
        webhookKeys.check(source.webhook());
      }
      return source;
    } catch (InvalidConfigurationException invalid) {
      throw ApiException.unprocessable(
              "The configuration is not valid", Objects.toString(invalid.getMessage()))
          .with(Map.of("field", "/configuration/" + invalid.key()));
    } catch (IllegalArgumentException invalid) {
      throw ApiException.unprocessable("The source is not valid", invalid.getMessage() + ".");
    }
  }

  private SourceAdapter adapter(String name) {
    return adapters
        .named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no adapter '"
                        + name
                        + "'; known are push, "
                        + String.join(", ", adapters.names())));
  }
}
