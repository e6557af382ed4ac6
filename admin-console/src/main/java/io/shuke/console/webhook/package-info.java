/** The desk for webhooks: where the shop's own program is told of what, and how that went. */
@NullMarked
package io.shuke.console.webhook;

import org.jspecify.annotations.NullMarked;
