package tldops.core;

/// What has to be looked up before an event can be decided (the second room asks this, the third answers).
public final class Needs {
    private Needs() {}

    public static Need of(Registry registry, Mail mail, Request request) {
        return Need.NOTHING;
    }

    public static Need of(Registry registry, Event.Order order) {
        return Need.NOTHING;
    }
}
