package tldops.core;

/// A letter's words: what room `letters` makes of a [Letter] and room `mail` turns into bytes.
///
/// @param text plain text, lines parted by `\n`, without the reference line (room `mail` adds it)
public record Worded(String subject, String text) {}
