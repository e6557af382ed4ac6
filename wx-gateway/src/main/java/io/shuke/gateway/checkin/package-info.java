/** The check-in's doors, and the calendar kept in Redis so that most of them need not ask the database. */
@NullMarked
package io.shuke.gateway.checkin;

import org.jspecify.annotations.NullMarked;
