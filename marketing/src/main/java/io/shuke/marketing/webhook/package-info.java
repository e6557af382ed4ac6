/** Webhooks: what happened at the counter, told to a program of the merchant's. */
@NullMarked
package io.shuke.marketing.webhook;

import org.jspecify.annotations.NullMarked;
