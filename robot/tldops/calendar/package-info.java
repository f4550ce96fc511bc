/// Working days and zones of all ccTLDs, read from config/cctlds.tsv and config/countries.tsv.
@NullMarked
package tldops.calendar;

import org.jspecify.annotations.NullMarked;
