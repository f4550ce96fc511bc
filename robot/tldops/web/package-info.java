/// Pages of HTTP for this machine: health and metrics. What stands on them is brought in from outside as text.
@NullMarked
package tldops.web;

import org.jspecify.annotations.NullMarked;
