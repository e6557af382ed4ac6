package io.shuke.member.membership;

/** @param name as in JSON, such as {@code shoeSize}; @param label as people read it, such as 鞋码 */
public record ProfileField(String name, String label) {}
