package io.shuke.member.level;

/** @param step 1 is where everybody starts */
public record Level(int step, String name) {}
