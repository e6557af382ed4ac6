package io.shuke.console.staff;

/**
 * Somebody on the staff.
 *
 * @param generation of his sessions: those of an earlier one have ended
 * @param working false once dismissed
 */
public record StaffMember(StaffId id, Account account, String name, Role role, int generation, boolean working) {}
