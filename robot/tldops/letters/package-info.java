/// Words letters: a [tldops.core.Letter] and a template become subject and text. Knows the core and FreeMarker.
@NullMarked
package tldops.letters;

import org.jspecify.annotations.NullMarked;
