/// Records: what came in, what was decided, what goes out, and why, in one database on this machine.
@NullMarked
package tldops.store;

import org.jspecify.annotations.NullMarked;
