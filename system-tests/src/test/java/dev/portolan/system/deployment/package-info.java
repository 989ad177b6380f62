/**
 * The files that deploy the platform, held against what its services really read, serve and need.
 */
@NullMarked
package dev.portolan.system.deployment;

import org.jspecify.annotations.NullMarked;
