package io.shuke.member.membership;

/** What a person agrees to when he joins, word for word. */
public record ConsentText(String version, String title, String text) {}
