/** Checking in (签到): once a day, with streaks and their rewards. */
@NullMarked
package io.shuke.marketing.checkin;

import org.jspecify.annotations.NullMarked;
