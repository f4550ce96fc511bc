package tldops.mail;

/// The text of a mail taken apart (MAIL_RULES 17, L27, L28); lines end with `\n`.
///
/// @param written what the sender wrote himself, signature taken out
/// @param signature behind `-- `, and the footers of mobile phones
/// @param quoted what he answers to or forwards, with the quote marks taken off
public record NewText(String written, String signature, String quoted) {}
