package io.shuke.member.merchant;

/** A store sells no more: whatever opened its till for others must end with it. */
public record StoreClosed(long store) {}
