package tldops.conversations;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tldops.core.Event;
import tldops.core.Journal;
import tldops.core.Registry;

/// A running daemon, as far as a story touches it beside its SMTP doors.
///
/// @param port of its SMTP door
/// @param order hands over an operator's command
/// @param duty has a duty done now
/// @param settle waits until the inbox is decided and no letter is due
/// @param journal every line written so far
record Daemon(
        int port, Consumer<Event.Order> order, Consumer<Event.Duty> duty, Runnable settle,
        Supplier<Registry> registry, Supplier<List<Journal>> journal, AutoCloseable stop) {}
