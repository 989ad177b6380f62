package dev.portolan.stack.tests;

import dev.portolan.stack.tests.Notes.NotesOnServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

record NotesOnElasticsearch(String url) implements NotesOnServer {
  private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]*)\"");

  @Override
  public void write(String note) throws Exception {
    send(
        request("/notes/_doc")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"text\":\"" + note + "\"}"))
            .build());
  }

  @Override
  public Set<String> all() throws Exception {
    send(request("/notes/_refresh").POST(BodyPublishers.noBody()).build());
    return TEXT.matcher(send(request("/notes/_search?size=1000").build()))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private static String send(HttpRequest request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException(request.uri() + " answered " + answer.body());
      }
      return answer.body();
    }
  }
}
