package tldops.post;

/// Takes a letter out of the house: [Relay] or [Maildir]. May be called by several threads at once.
public interface Courier extends AutoCloseable {
    Outcome carry(Due letter);

    /// The same for one thread, on a connection that nobody else uses until it is closed: what the relay said is recorded
    /// before anything more goes over it (P4).
    default Courier held() {
        return this::carry;
    }

    @Override
    default void close() {}
}
