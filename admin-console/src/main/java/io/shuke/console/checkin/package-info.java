/** What the merchant decides about checking in (签到). */
@NullMarked
package io.shuke.console.checkin;

import org.jspecify.annotations.NullMarked;
