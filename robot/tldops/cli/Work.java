package tldops.cli;

import java.io.InputStream;
import java.util.function.Supplier;

/// One order on the desk: who gave it, what came with it, where the answer goes.
///
/// @param user the system user who typed it
/// @param body a mail, for the commands that take one
record Work(Powers powers, Supplier<Sheet> page, String user, InputStream body, Grammar.Everywhere everywhere) {
    Powers.Looking looking() {
        return powers.looking();
    }

    Powers.Acting acting() {
        return powers.acting();
    }

    Sheet sheet() {
        return page.get();
    }
}
