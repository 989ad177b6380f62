/** Kubernetes clusters as sources: their workloads are read whole, and followed by watches. */
@NullMarked
package dev.portolan.ingestion.adapter.kubernetes;

import org.jspecify.annotations.NullMarked;
