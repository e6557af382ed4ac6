/** The merchant (商户), its stores (门店) and its channels (渠道). */
@NullMarked
package io.shuke.member.merchant;

import org.jspecify.annotations.NullMarked;
