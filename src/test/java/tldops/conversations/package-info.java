/// Plays the conversations of src/test/conversations: the spec as exchanges of mail (DESIGN 4 in README).
@NullMarked
package tldops.conversations;

import org.jspecify.annotations.NullMarked;
