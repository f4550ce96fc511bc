/// The robot: receives, reads, looks up, decides, records, sends.
@NullMarked
package tldops;

import org.jspecify.annotations.NullMarked;
