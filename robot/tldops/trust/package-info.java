/// How sure are we that the From address sent a mail: Authentication-Results of our own border (MAIL_RULES 1-3, 6-9).
@NullMarked
package tldops.trust;

import org.jspecify.annotations.NullMarked;
