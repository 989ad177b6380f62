package dev.portolan.ingestion.adapter.kubernetes;

import dev.portolan.ingestion.adapter.FollowingException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of a cluster as it is now, by an informer for each part. */
final class ClusterWatch implements AutoCloseable {
  private static final long PAGE = 250;
  private static final Duration START = Duration.ofMinutes(5);

  /** A rollout changes many things at once, and each of them several times. */
  private static final Duration QUIET = Duration.ofMillis(100);

  private static final int LONGEST_UNREST = 5;

  private final ClusterState state = new ClusterState();
  private final List<SharedIndexInformer<GenericKubernetesResource>> informers = new ArrayList<>();
  private final Semaphore changes = new Semaphore(0);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** Returns when all parts are known and watched. */
  ClusterWatch(List<Part> parts) throws InterruptedException {
    try {
      for (Part part : parts) {
        SharedIndexInformer<GenericKubernetesResource> informer =
            part.resources().withLimit(PAGE).runnableInformer(0);
        informers.add(informer);
        informer.itemStore(new NamesOnly());
        informer.addEventHandler(new Handler(part));
        // What fails is tried again from the beginning, and not by the informer from within.
        informer.exceptionHandler((_, _) -> false);
        informer.stopped().whenComplete((_, error) -> fail(error));
        informer.start().toCompletableFuture().get(START.toSeconds(), TimeUnit.SECONDS);
      }
      settle();
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new KubernetesClientException("The watch cannot be begun", e);
    } catch (InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  ClusterState state() {
    return state;
  }

  /**
   * Waits for a change, and until no other follows it at once.
   *
   * @throws KubernetesClientException when the watch is broken
   */
  void awaitChange() throws InterruptedException {
    changes.acquire();
    settle();
  }

  /** Handlers are called a little after a list or a change is there. */
  private void settle() throws InterruptedException {
    for (int i = 0; i < LONGEST_UNREST; i++) {
      changes.drainPermits();
      if (!changes.tryAcquire(QUIET.toMillis(), TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    Throwable error = failure.get();
    if (error != null) {
      throw new KubernetesClientException("The watch broke", error);
    }
  }

  private void fail(@Nullable Throwable error) {
    failure.compareAndSet(null, error == null ? new FollowingException("it was closed") : error);
    changes.release();
  }

  private void changed(boolean counts) {
    if (counts) {
      changes.release();
    }
  }

  @Override
  public void close() {
    informers.forEach(SharedIndexInformer::stop);
  }

  private final class Handler implements ResourceEventHandler<GenericKubernetesResource> {
    private final Part part;

    Handler(Part part) {
      this.part = part;
    }

    @Override
    public void onAdd(GenericKubernetesResource resource) {
      changed(state.put(part.withKind(resource)));
    }

    @Override
    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
      changed(state.put(part.withKind(now)));
    }

    @Override
    public void onDelete(GenericKubernetesResource resource, boolean isFinalStateUnknown) {
      changed(state.remove(part.withKind(resource)));
    }
  }
}
