package tldops.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What has come of inviting a ccTLD, in a word for the Secretariat (R103, N26).
public final class Outcomes {
    private Outcomes() {}

    /// Delegated ccTLDs with nobody on the list, by region and label.
    public static List<CcTld> missing(Registry registry) {
        return registry.rules().ccTlds().values().stream().filter(known -> known.delegated() && registry.membersOf(known.tld()).isEmpty())
                .sorted(Comparator.comparing(CcTld::region).thenComparing(CcTld::tld)).toList();
    }

    /// The case that began with its last invitation.
    public static Optional<Case> invitation(Registry registry, Tld tld) {
        return registry.casesOf(tld).stream().filter(Outcomes::invited).max(Comparator.comparing(Case::opened).thenComparingLong(Case::number));
    }

    private static boolean invited(Case matter) {
        return matter.matter() instanceof Matter.Invitation
                || Questions.wish(matter.matter()).filter(wish -> wish.origin() == Matter.Origin.INVITED || wish.origin() == Matter.Origin.LATE).isPresent();
    }

    /// `member`, `never invited`, `no answer`, `denied`, `asked`, `held, unreachable`, ...
    public static String of(Registry registry, Tld tld) {
        if (!registry.membersOf(tld).isEmpty()) return "member";
        return invitation(registry, tld).map(Outcomes::of).orElse("never invited");
    }

    private static String of(Case matter) {
        return switch (matter.stage()) {
            case Stage.Ended ended -> switch (ended.outcome()) {
                case FAILED -> "no answer";
                case ADMITTED -> "admitted, and left since";
                default -> word(ended.outcome());
            };
            case Stage.Held held -> "held, " + word(held.why());
            default -> matter.stage().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
