package tldops.core;

/// How many cases a decision has opened so far: the next one gets the number after them.
final class Opened {
    private Opened() {}

    static int by(Registry registry, Decision before) {
        long first = registry.nextCase(0);
        return (int) before.changes().stream().filter(change -> change instanceof Change.CaseSaved saved && saved.saved().number() >= first)
                .map(change -> ((Change.CaseSaved) change).saved().number()).distinct().count();
    }
}
