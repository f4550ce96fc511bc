package tldops.core;

/// The one door into the core: what follows from an event.
public final class Decide {
    private Decide() {}

    /// Never fails; a refusal is a decision. Reads the registry, changes nothing.
    public static Decision on(Registry registry, Event event, Moment at) {
        return switch (event) {
            case Event.Arrived _ -> Decision.nothing("arrived");
            case Event.Due _ -> Decision.nothing("due");
            case Event.Sent _ -> Decision.nothing("sent");
            case Event.GivenUp _ -> Decision.nothing("given up");
            case Event.Ordered _ -> Decision.nothing("ordered");
        };
    }
}
