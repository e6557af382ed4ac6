@NullMarked
package io.shuke.gateway.sms;

import org.jspecify.annotations.NullMarked;
