/** Tests of calls that run beside each other. */
@NullMarked
package dev.portolan.gateway.service;

import org.jspecify.annotations.NullMarked;
