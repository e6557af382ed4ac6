/** The merchant's stamp cards (集章), and the counter where their rewards are handed over. */
@NullMarked
package io.shuke.console.stamp;

import org.jspecify.annotations.NullMarked;
