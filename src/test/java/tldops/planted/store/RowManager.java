package tldops.planted.store;

import tldops.planted.core.Sleeper;

/// Uses the core that uses it.
public class RowManager {
    public static String name() {
        return "row";
    }

    public Sleeper sleeper() {
        return new Sleeper();
    }

    /// Inherits.
    public static final class Child extends RowManager {}
}
