/// Decides. Values in, values out: no clock, no chance, no I/O, no log. Knows only the JDK (DESIGN in README).
@NullMarked
package tldops.core;

import org.jspecify.annotations.NullMarked;
