/** What the shop's days came to (报表): periods side by side, what is owed, and all of it as a spreadsheet. */
@NullMarked
package io.shuke.console.report;

import org.jspecify.annotations.NullMarked;
