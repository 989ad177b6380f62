/** What the workloads of a Kubernetes cluster say of the software that they run. */
@NullMarked
package dev.portolan.ingestion.descriptor.kubernetes;

import org.jspecify.annotations.NullMarked;
