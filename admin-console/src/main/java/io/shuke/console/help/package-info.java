/** How an empty shop becomes a running one (开张向导): what is still missing, told by the data. */
@NullMarked
package io.shuke.console.help;

import org.jspecify.annotations.NullMarked;
