package io.shuke.console.staff;

/** What somebody is at the shop (岗位). What each may do stands in one table, the door's. */
public enum Role {
    /** 店主 */
    OWNER,
    /** 店长 */
    MANAGER,
    /** 收银员 */
    CASHIER,
    /** 导购, who looks after regulars */
    ADVISER
}
