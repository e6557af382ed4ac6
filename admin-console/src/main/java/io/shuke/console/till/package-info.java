/** The desk for the tills' keys (收银密钥). */
@NullMarked
package io.shuke.console.till;

import org.jspecify.annotations.NullMarked;
