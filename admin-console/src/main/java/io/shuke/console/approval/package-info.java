/** A second person above a limit (审批): what staff give, take or pay back by hand. */
@NullMarked
package io.shuke.console.approval;

import org.jspecify.annotations.NullMarked;
