package tldops.post;

/// Takes a letter out of the house: [Relay] or [Maildir]. May be called by several threads at once.
public interface Courier extends AutoCloseable {
    Outcome carry(Due letter);

    @Override
    default void close() {}
}
