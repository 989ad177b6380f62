/**
 * What people decide about rules: exemptions from them, and checks of what nobody but a person can
 * tell.
 */
@NullMarked
package dev.portolan.gateway.decision;

import org.jspecify.annotations.NullMarked;
