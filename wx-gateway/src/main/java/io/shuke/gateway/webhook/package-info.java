/** Sends what the merchants' own programs want to know. */
@NullMarked
package io.shuke.gateway.webhook;

import org.jspecify.annotations.NullMarked;
