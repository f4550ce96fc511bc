package tldops;

import tldops.post.Courier;
import tldops.post.Due;
import tldops.post.Outcome;

/// Counts what the relay says to each letter on its way.
record Counted(Courier courier, Tally tally) implements Courier {
    @Override
    public Outcome carry(Due letter) {
        Outcome outcome = courier.carry(letter);
        tally.answered(switch (outcome) {
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Refused _ -> "refused";
            case Outcome.Later _ -> "later";
            case Outcome.RelayAway _ -> "away";
        });
        return outcome;
    }

    @Override
    public void close() {
        courier.close();
    }
}
