/// The clock: says which named duty is due, by cron triggers (DESIGN 1.5). What a duty does is not known here.
@NullMarked
package tldops.clock;

import org.jspecify.annotations.NullMarked;
