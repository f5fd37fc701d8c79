package org.gemba.inventory.image;

/// A picture that we have written ourselves.
///
/// @param extension `jpg` or `png`
public record Picture(byte[] bytes, String extension, int width, int height) {}
