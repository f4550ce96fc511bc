package tldops.mail;

/// One header field of a mail as it came.
///
/// @param value unfolded (RFC 5322 2.2.3), otherwise raw: encoded words, comments and controls are still in it
public record Header(String name, String value) {}
