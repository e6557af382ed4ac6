/** How a merchant comes into an installation that has no page for it yet. */
@NullMarked
package io.shuke.gateway.merchant;

import org.jspecify.annotations.NullMarked;
