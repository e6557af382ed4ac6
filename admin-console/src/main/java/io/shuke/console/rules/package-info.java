/** Who changed the shop's rules (谁改过). */
@NullMarked
package io.shuke.console.rules;

import org.jspecify.annotations.NullMarked;
