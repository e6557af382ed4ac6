/** What the law gives members (隐私): to see what is held, to have it deleted, and a word on what they agreed to. */
@NullMarked
package io.shuke.console.privacy;

import org.jspecify.annotations.NullMarked;
