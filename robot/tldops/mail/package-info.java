/// Bytes to mail and requests, drafts to bytes.
@NullMarked
package tldops.mail;

import org.jspecify.annotations.NullMarked;
