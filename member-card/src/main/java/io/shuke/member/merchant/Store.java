package io.shuke.member.merchant;

/** @param scene what stands in the store's QR code, at most 32 characters */
public record Store(long id, String name, String address, String scene) {}
