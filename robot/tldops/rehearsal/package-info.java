/// The core on a clock of its own: years of the list with invented people, and what will leave if nobody answers (N31).
@NullMarked
package tldops.rehearsal;

import org.jspecify.annotations.NullMarked;
