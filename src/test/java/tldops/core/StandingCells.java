package tldops.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every place of the table of standing, by name: what a relation, a wish and a proof come to under each `authority.proof`.
public final class StandingCells {
    private StandingCells() {}

    /// @param policies those under which the same follows
    public record Cell(String relation, String asks, String proof, List<String> policies, String then) {
        @Override
        public String toString() {
            return relation + " " + asks + " " + proof + " " + (policies.size() == Rules.Proof.values().length ? "" : policies + " ") + then;
        }
    }

    /// Those that let somebody do something, be it only to have somebody else asked.
    public static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Standing.Relation relation : Standing.Relation.values())
            for (Standing.Asks asks : Standing.Asks.values()) for (Standing.Proof proof : Standing.Proof.values()) cells.addAll(row(relation, asks, proof));
        return List.copyOf(cells);
    }

    private static List<Cell> row(Standing.Relation relation, Standing.Asks asks, Standing.Proof proof) {
        List<Cell> cells = new ArrayList<>();
        for (Standing.Then then : Standing.Then.values()) {
            List<String> policies = Stream.of(Rules.Proof.values()).filter(policy -> then(relation, asks, proof, policy) == then).map(Enum::name).toList();
            if (!policies.isEmpty() && then != Standing.Then.REFUSE && then != Standing.Then.SILENCE) cells.add(new Cell(relation.name(), asks.name(), proof.name(), policies, then.name()));
        }
        return cells;
    }

    private static Standing.Then then(Standing.Relation relation, Standing.Asks asks, Standing.Proof proof, Rules.Proof policy) {
        return Standing.of(relation, asks, proof, new Rules.Trust(policy, Rules.SenderPolicy.FROM_OR_CC, Rules.Password.OPTIONAL));
    }
}
