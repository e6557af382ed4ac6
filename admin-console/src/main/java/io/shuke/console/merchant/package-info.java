/** The desk of the shop's stores (门店). */
@NullMarked
package io.shuke.console.merchant;

import org.jspecify.annotations.NullMarked;
