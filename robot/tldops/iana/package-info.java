/// Looks up who the admin contact of a ccTLD is, at IANA or in a folder of recorded answers (R011, N01).
@NullMarked
package tldops.iana;

import org.jspecify.annotations.NullMarked;
