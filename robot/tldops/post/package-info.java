/// Sends: the letters of the outbox go out by SMTP or into a Maildir, until the other side has said yes (P4).
@NullMarked
package tldops.post;

import org.jspecify.annotations.NullMarked;
