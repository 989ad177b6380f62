/** What an answer says about itself: errors, and where it is stale or incomplete. */
@NullMarked
package dev.portolan.gateway.answer;

import org.jspecify.annotations.NullMarked;
