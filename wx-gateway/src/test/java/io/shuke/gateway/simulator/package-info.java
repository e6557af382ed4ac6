/** The simulator alone, without a shop behind it. */
@NullMarked
package io.shuke.gateway.simulator;

import org.jspecify.annotations.NullMarked;
