/** WeChat, played on this machine: its endpoints, its callbacks, its quotas and a phone to look at; never in production. */
@NullMarked
package io.shuke.gateway.simulator;

import org.jspecify.annotations.NullMarked;
