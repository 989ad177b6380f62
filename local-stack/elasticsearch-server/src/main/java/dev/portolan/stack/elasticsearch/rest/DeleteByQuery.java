package dev.portolan.stack.elasticsearch.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.bulk.BulkItemResponse;
import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.bulk.BulkResponse;
import org.elasticsearch.action.delete.DeleteRequest;
import org.elasticsearch.action.search.ClearScrollRequest;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.action.search.SearchScrollRequest;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.rest.RestChannel;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.search.SearchHit;
import org.elasticsearch.xcontent.XContentBuilder;

/** Reads what matches, page by page, and deletes it unless it has changed since it was read. */
final class DeleteByQuery implements Runnable {
  private static final int PAGE = 1_000;
  private static final TimeValue PATIENCE = TimeValue.timeValueMinutes(5);

  private final NodeClient client;
  private final RestChannel channel;
  private final SearchRequest search;
  private final boolean refresh;
  private final boolean proceedOnConflict;
  private final long begun = System.nanoTime();
  private long total;
  private long deleted;
  private long conflicts;
  private int batches;
  private final List<String> failures = new ArrayList<>();

  DeleteByQuery(
      NodeClient client,
      RestChannel channel,
      SearchRequest search,
      boolean refresh,
      boolean proceedOnConflict) {
    this.client = client;
    this.channel = channel;
    this.search = search;
    this.refresh = refresh;
    this.proceedOnConflict = proceedOnConflict;
  }

  @Override
  public void run() {
    try {
      deleteAllPages();
      if (refresh) {
        client.admin().indices().prepareRefresh(search.indices()).get(PATIENCE);
      }
      boolean ended = failures.isEmpty() && (conflicts == 0 || proceedOnConflict);
      channel.sendResponse(new RestResponse(ended ? RestStatus.OK : RestStatus.CONFLICT, report()));
    } catch (Exception e) {
      refuse(e);
    }
  }

  private void deleteAllPages() {
    search.source().size(PAGE).sort("_doc").seqNoAndPrimaryTerm(true).fetchSource(false);
    SearchResponse page = client.search(search.scroll(PATIENCE)).actionGet();
    total = page.getHits().getTotalHits() == null ? 0 : page.getHits().getTotalHits().value();
    String scroll = page.getScrollId();
    try {
      while (page.getHits().getHits().length > 0) {
        deletePage(page);
        page.decRef();
        page = client.searchScroll(new SearchScrollRequest(scroll).scroll(PATIENCE)).actionGet();
        scroll = page.getScrollId();
      }
    } finally {
      page.decRef();
      ClearScrollRequest done = new ClearScrollRequest();
      done.addScrollId(scroll);
      client.clearScroll(done, ActionListener.noop());
    }
  }

  private void deletePage(SearchResponse page) {
    BulkRequest deletes = new BulkRequest();
    for (SearchHit hit : page.getHits().getHits()) {
      deletes.add(
          new DeleteRequest(hit.getIndex(), hit.getId())
              .setIfSeqNo(hit.getSeqNo())
              .setIfPrimaryTerm(hit.getPrimaryTerm()));
    }
    BulkResponse answer = client.bulk(deletes).actionGet();
    batches++;
    for (BulkItemResponse item : answer) {
      if (!item.isFailed()) {
        deleted++;
      } else if (item.getFailure().getStatus() == RestStatus.CONFLICT) {
        conflicts++;
      } else {
        failures.add(item.getFailureMessage());
      }
    }
  }

  private XContentBuilder report() throws IOException {
    XContentBuilder json =
        channel
            .newBuilder()
            .startObject()
            .field("took", (System.nanoTime() - begun) / 1_000_000)
            .field("timed_out", false)
            .field("total", total)
            .field("deleted", deleted)
            .field("batches", batches)
            .field("version_conflicts", conflicts)
            .field("noops", 0)
            .startObject("retries")
            .field("bulk", 0)
            .field("search", 0)
            .endObject()
            .field("throttled_millis", 0)
            .field("requests_per_second", -1.0f)
            .field("throttled_until_millis", 0)
            .startArray("failures");
    for (String failure : failures) {
      json.startObject().startObject("cause").field("reason", failure).endObject().endObject();
    }
    return json.endArray().endObject();
  }

  private void refuse(Exception reason) {
    try {
      channel.sendResponse(new RestResponse(channel, reason));
    } catch (IOException e) {
      e.addSuppressed(reason);
      throw new UncheckedIOException(e);
    }
  }
}
