package dev.portolan.ingestion.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.News;
import dev.portolan.ingestion.source.Webhook.Scheme;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NewsReadingTest {
  private final NewsReading reading = new NewsReading(JsonMapper.shared());

  @Test
  void aPushToGithubNamesRepositoryAndBranch() {
    assertThat(
            gitHub(
                "push",
                """
                {"ref": "refs/heads/a/b", "repository": {"clone_url": "https://github.com/a/b.git",
                 "html_url": "https://github.com/a/b", "default_branch": "main"}}"""))
        .isEqualTo(
            new News.Push(
                Set.of("https://github.com/a/b.git", "https://github.com/a/b"), "a/b", "main"));
  }

  @Test
  void aPushToGitlabDoesToo() {
    assertThat(
            gitLab(
                """
                {"object_kind": "push", "ref": "refs/heads/main", "project": {
                 "git_http_url": "https://gitlab.com/a/b.git", "web_url": "https://gitlab.com/a/b",
                 "default_branch": "main"}}"""))
        .isEqualTo(
            new News.Push(
                Set.of("https://gitlab.com/a/b.git", "https://gitlab.com/a/b"), "main", "main"));
  }

  @Test
  void whatIsNoPushToABranchIsSaidByItsName() {
    assertThat(gitHub("ping", "{}")).isEqualTo(new News.Other("ping"));
    assertThat(gitHub("push", "{\"ref\": \"refs/tags/v1\"}"))
        .isEqualTo(new News.Other("a push to refs/tags/v1"));
    assertThat(gitHub("push", "{}")).isEqualTo(new News.Other("a push to nothing"));
    assertThat(gitLab("{\"object_kind\": \"tag_push\"}")).isEqualTo(new News.Other("tag_push"));
    assertThat(gitLab("{\"object_kind\": null}"))
        .isEqualTo(new News.Other("an event without a name"));
  }

  @Test
  void aBodyInAnotherFormatIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> gitHub("push", "payload=%7B%7D"))
        .hasMessageContaining("application/json");
    assertThatThrownBy(() -> gitHub("push", "[]")).hasMessageContaining("application/json");
    assertThatThrownBy(() -> gitLab("")).hasMessageContaining("application/json");
  }

  private News gitHub(String event, String body) {
    return reading.read(
        Scheme.GITHUB, new Delivery(Map.of("x-github-event", event), body.getBytes(UTF_8)));
  }

  private News gitLab(String body) {
    return reading.read(Scheme.GITLAB, new Delivery(Map.of(), body.getBytes(UTF_8)));
  }
}
