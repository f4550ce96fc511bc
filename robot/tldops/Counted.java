package tldops;

import tldops.post.Courier;
import tldops.post.Due;
import tldops.post.Outcome;

/// Counts what the relay says to each letter on its way.
record Counted(Courier courier, Tally tally) implements Courier {
    @Override
    public Outcome carry(Due letter) {
        Outcome outcome = courier.carry(letter);
        if (outcome instanceof Outcome.Each(var copies, _)) copies.values().forEach(each -> tally.answered(word(each)));
        else tally.answered(word(outcome));
        return outcome;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Refused _ -> "refused";
            case Outcome.Later _ -> "later";
            case Outcome.RelayAway _ -> "away";
            case Outcome.Each _ -> "copies";
        };
    }

    @Override
    public Courier held() {
        return new Counted(courier.held(), tally);
    }

    @Override
    public void close() {
        courier.close();
    }
}
