package tldops.post;

/// Takes a letter out of the house: [Relay] or [Maildir]. May be called by several threads at once.
public interface Courier extends AutoCloseable {
    Outcome carry(Due letter);

    /// The same for one thread, on a connection that nobody else uses until it is closed: what the relay said is recorded
    /// before anything more goes over it (P4).
    @SuppressWarnings("UnnecessaryMethodReference") // not itself: what is held is closed, this is not
    default Courier held() {
        return this::carry;
    }

    @Override
    default void close() {}
}
