/// Receives: takes mail in by SMTP, by LMTP and by a pipe, and the operator's commands by a socket. A door says yes only
/// when the mail is safe on disk (P4).
@NullMarked
package tldops.intake;

import org.jspecify.annotations.NullMarked;
