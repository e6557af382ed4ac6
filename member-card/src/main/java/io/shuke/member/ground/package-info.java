/** What every feature stands on: the blocking gate, the merchant in scope, money, ids, keys and refusals. */
@NullMarked
package io.shuke.member.ground;

import org.jspecify.annotations.NullMarked;
