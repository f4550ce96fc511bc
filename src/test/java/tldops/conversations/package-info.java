/// Plays the conversations of src/test/conversations: the spec as exchanges of mail (DESIGN 4 in README).
///
/// What can happen, besides mail, orders and duties: `at TIME` (time passes until then), `at TIME hourly` (hour by hour),
/// `wall TIME` (the wall clock is set and no time passes), `down TIME` (the robot is stopped and started again then),
/// `doors shut|open` (whether mail can come in), `order clock accept`, and
/// `relay away|back|refuses ADDRESS|defers ADDRESS|takes ADDRESS`. A duty that is held back is done by itself later.
/// What must follow: `out` (letters), `journal`, `members`, `cases`, `missing REGION`, `forecast 30d`.
@NullMarked
package tldops.conversations;

import org.jspecify.annotations.NullMarked;
