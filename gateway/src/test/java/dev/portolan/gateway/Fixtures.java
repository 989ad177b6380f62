package dev.portolan.gateway;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Answers of the services, as their APIs shape them. */
final class Fixtures {
  private Fixtures() {}

  /** A component that a team owns. */
  static String component(String name, String owner) {
    return """
        {"ref":"component:default/%1$s","version":7,"kind":"Component","namespace":"default",
         "name":"%1$s","title":null,"description":"What %1$s does","labels":{"tier":"1"},
         "annotations":{},"tags":["java"],"links":[{"url":"https://runbook"}],
         "spec":{"type":"service","lifecycle":"production"},"owner":"%2$s","stale":false}"""
        .formatted(name, owner);
  }

  static String group(String name) {
    return """
        {"ref":"group:default/%1$s","version":1,"kind":"Group","namespace":"default","name":"%1$s",
         "title":"Team %1$s","description":null,"labels":{},"annotations":{},"tags":[],"links":[],
         "spec":{},"owner":null,"stale":false}"""
        .formatted(name);
  }

  static String entity(String ref) {
    String name = ref.substring(ref.indexOf('/') + 1);
    return ref.startsWith("group:") ? group(name) : component(name, "group:default/payments");
  }

  /** Every entity of a batch, whatever it is. */
  static String everyEntity(JsonNode batch) {
    return refs(batch).stream()
        .map(Fixtures::entity)
        .collect(Collectors.joining(",", "{\"entities\":[", "]}"));
  }

  static List<String> refs(JsonNode batch) {
    return batch.get("refs").valueStream().map(JsonNode::asString).toList();
  }

  /** A page of components c0, c1, ... each owned by another of five teams. */
  static String page(int total, int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> component("c" + i, "group:default/team" + i % 5))
        .collect(
            Collectors.joining(
                ",",
                "{\"total\":" + total + ",\"entities\":[",
                "],\"endCursor\":\"END\",\"hasNextPage\":" + (size < total) + "}"));
  }

  /** For every question: that it depends on a database and on something that does not exist. */
  static String relations(JsonNode questions) {
    return questions
        .get("queries")
        .valueStream()
        .map(
            question ->
                """
                {"ref":"%s","total":2,"relations":[
                  {"type":"dependsOn","ref":"component:default/db","direction":"OUT","dangling":false,"attributes":{"port":5432}},
                  {"type":"dependsOn","ref":"component:default/gone","direction":"OUT","dangling":true,"attributes":{}}],
                 "endCursor":null,"hasNextPage":false}"""
                    .formatted(question.get("ref").asString()))
        .collect(Collectors.joining(",", "{\"results\":[", "]}"));
  }

  /** Every entity reaches bronze. */
  static String results(JsonNode batch) {
    return refs(batch).stream()
        .map(
            ref ->
                """
                {"scorecard":"scorecard:default/ready","entity":"%s","version":3,"level":"bronze",
                 "points":1,"possible":4,
                 "rules":[{"rule":"has-owner","status":"PASS","message":null}],
                 "entityVersion":7,"evaluatedAt":"2026-11-24T08:15:00Z"}"""
                    .formatted(ref))
        .collect(Collectors.joining(",", "{\"results\":[", "]}"));
  }

  /** A component as it was at its second version, when an old team owned it. */
  static String past() {
    return """
        {"ref":"component:default/checkout","version":2,"change":"UPDATED","changed":[],"sources":["s"],
         "observedAt":"2026-11-01T00:00:00Z","committedAt":"2026-11-01T00:00:00Z",
         "entity":{"kind":"Component","namespace":"default","name":"checkout","spec":{"x":1},
           "relations":[{"type":"ownedBy","target":"group:default/old"}]}}""";
  }

  static String scorecards() {
    return """
        {"scorecards":[{"ref":"scorecard:default/ready","version":5,"title":"Ready","description":null,
          "owner":"group:default/platform","stage":"PUBLISHED","filter":null,
          "levels":[{"name":"bronze","rank":1,"description":"Known","color":"#cd7f32"},
                    {"name":"gold","rank":2,"description":null,"color":null}],
          "categories":[{"name":"people","title":"People"}],
          "rules":[{"id":"has-owner","title":"Owned","description":null,
                    "fix":{"text":"Name one.","links":[{"title":"How","url":"https://how"}]},
                    "level":"bronze","category":"people","weight":3,"when":"true",
                    "expression":"has(entity.spec.owner)","manualEveryDays":null},
                   {"id":"drill","title":"Rehearsed","description":null,"fix":null,"level":"gold","category":null,
                    "weight":1,"when":null,"expression":null,"manualEveryDays":90}],
          "problems":[],"evaluation":{"running":true,"evaluated":3,"total":9}}]}""";
  }

  static String impact(int total, int size, boolean complete) {
    String entities =
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    """
                    {"ref":"component:default/c%1$d","depth":1,"path":["component:default/db","component:default/c%1$d"]}"""
                        .formatted(i))
            .collect(Collectors.joining(","));
    return """
        {"root":"component:default/db","total":%d,"complete":%s,"incompleteReason":%s,
         "maxDepthReached":3,"byDepth":[{"depth":1,"count":%1$d}],"by":{
           "KIND":{"distinct":1,"counts":[{"key":"Component","count":%1$d}]},
           "OWNER":{"distinct":7,"counts":[{"key":"group:default/payments","count":%1$d},
                                           {"key":"group:default/tills","count":1}]},
           "DOMAIN":{"distinct":1,"counts":[{"key":"domain:default/shop","count":%1$d}]}},
         "owners":[{"ref":"group:default/payments","count":%1$d,"people":["user:default/ada"],"peopleTotal":1}],
         "entities":[%s],"endCursor":"END","hasNextPage":%s,"stale":false,
         "position":{"catalog.entities.v1-1":7,"catalog.entities.v1-0":12}}"""
        .formatted(total, complete, complete ? null : "\"cut at 10\"", entities, size < total);
  }
}
