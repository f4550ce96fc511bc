/// Bytes to mail and letters to bytes: text, quoting, forms, machines, bounces.
@NullMarked
package tldops.mail;

import org.jspecify.annotations.NullMarked;
