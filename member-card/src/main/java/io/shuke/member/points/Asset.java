package io.shuke.member.points;

/** What an account counts. A member has one account for each; so far there are points. */
record Asset(String code) {

    static final Asset POINTS = new Asset("POINTS");
}
