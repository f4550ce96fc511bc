/// The `tldops` command: what an operator types, and the desk in the daemon that answers it.
@NullMarked
package tldops.cli;

import org.jspecify.annotations.NullMarked;
