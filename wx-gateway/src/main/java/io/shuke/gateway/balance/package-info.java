/** Stored value (储值) for customers: what they have, and paying in with WeChat Pay. */
@NullMarked
package io.shuke.gateway.balance;

import org.jspecify.annotations.NullMarked;
