package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.SimulatedAccount.Kind;

/** Accounts to test with. */
final class Given {

    static final String OFFICIAL = "wxa000000000000001";
    static final String MINI = "wxb000000000000002";
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final String OLD_KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    private Given() {}

    static SimulatedAccount official() {
        return new SimulatedAccount(OFFICIAL, Kind.OFFICIAL, "巷口小馆", SECRET, "token-official", KEY, OLD_KEY);
    }

    static SimulatedAccount mini() {
        return new SimulatedAccount(MINI, Kind.MINI, "巷口小馆会员", SECRET, "token-mini", KEY, null);
    }
}
