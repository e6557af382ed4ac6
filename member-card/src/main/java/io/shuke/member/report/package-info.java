/** What happened in a day, a week, a month (报表): written down at night, so that a year is read in an instant. */
@NullMarked
package io.shuke.member.report;

import org.jspecify.annotations.NullMarked;
