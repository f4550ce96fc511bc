package tldops.post;

/// What became of one letter at the relay.
public sealed interface Outcome {
    /// The relay has it and answers for it from now on.
    record Accepted(String reply) implements Outcome {}

    /// The relay will never take it.
    record Refused(String reply) implements Outcome {}

    /// The relay could not take this letter now.
    record Later(String reply) implements Outcome {}

    /// There is no talking to the relay; this says nothing about the letter.
    record RelayAway(String reason) implements Outcome {}
}
