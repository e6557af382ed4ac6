/** The report (报表) is written down while the shop sleeps. */
@NullMarked
package io.shuke.gateway.report;

import org.jspecify.annotations.NullMarked;
