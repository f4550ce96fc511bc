/// The schema, version by version: SQL for the tables, Java where what stands in them is rewritten.
@NullMarked
package tldops.store.migration;

import org.jspecify.annotations.NullMarked;
