package io.shuke.console.staff;

import io.shuke.member.ground.MerchantId;

/** Who sits at the desk. Always taken from the session, never from a body or a path. */
public record ConsoleUser(MerchantId merchant, StaffId staff, String name, Role role) {}
