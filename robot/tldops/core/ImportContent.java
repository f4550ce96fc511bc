package tldops.core;

/// Letters of an import from another list (N40).
public sealed interface ImportContent extends Content {
    /// You were taken over from the old list: answer with any word.
    record TakenOver(Tld tld, Person person, int rank) implements ImportContent {}
}
