/** What a Terraform state says of the resources that it manages, and what of it may leave it. */
@NullMarked
package dev.portolan.ingestion.descriptor.format.terraform;

import org.jspecify.annotations.NullMarked;
