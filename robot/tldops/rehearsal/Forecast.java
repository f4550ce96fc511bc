package tldops.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import tldops.core.Address;
import tldops.core.Anchors;
import tldops.core.Authority;
import tldops.core.Case;
import tldops.core.Delegate;
import tldops.core.Digest;
import tldops.core.Event;
import tldops.core.Facts;
import tldops.core.Kept;
import tldops.core.Letter;
import tldops.core.Matter;
import tldops.core.Need;
import tldops.core.Registry;
import tldops.core.Stage;
import tldops.core.Tld;

/// Which mails will leave if nobody answers, and when (N31): the core goes on alone on a registry of its own, and the relay
/// takes every letter at once.
public final class Forecast {
    private static final Duration LOOK = Duration.ofHours(1);

    private Forecast() {}

    /// A letter that will leave.
    public record Leaving(Instant at, Letter letter, Optional<Case> matter) {
        public List<Address> recipients() {
            List<Address> all = new ArrayList<>(letter.to());
            all.addAll(letter.cc());
            all.addAll(letter.subscribers());
            return List.copyOf(all);
        }
    }

    /// The letters that the core will write in that time, in their order.
    ///
    /// @param copy a registry that nobody else touches; it is not the same afterwards
    /// @param duties when each duty falls due next after a time
    public static List<Leaving> of(Registry copy, Instant now, Duration span, Map<Event.Duty, Function<Instant, Optional<Instant>>> duties) {
        List<Leaving> all = new ArrayList<>();
        Course course = new Course(copy, now, new Random(0), duties, LOOK, (going, step) -> step.decision().letters().forEach(letter -> {
            all.add(new Leaving(step.at(), letter, copy.caseNumber(letter.caseNumber())));
            if (letter.reported()) going.in(Duration.ZERO, () -> taken(going, letter.id()));
        }), (need, at) -> unchanged(copy, need, at));
        for (Case matter : List.copyOf(copy.openCases())) {
            if (matter.matter() instanceof Matter.Urgent call) call.calls().stream().filter(one -> one.fate() == Matter.Call.Fate.WRITTEN).forEach(one -> taken(course, one.letter()));
            else if (matter.stage() instanceof Stage.Written) taken(course, matter.letter());
        }
        course.begin();
        course.until(now.plus(span));
        return List.copyOf(all);
    }

    /// IANA names whom it named when the watch looked last, else when the last case of the ccTLD was opened; of one without a case [#admin] stands for him.
    static Facts unchanged(Registry registry, Need need, Instant at) {
        Map<Tld, Authority> known = new HashMap<>();
        for (Tld tld : need.tlds()) {
            Optional<Address> watched = Anchors.of(registry, tld).map(seen -> seen.next().map(Kept.Candidate::admin).orElse(seen.admin()));
            Optional<Address> admin = watched.or(() -> registry.delegate(tld).map(Delegate::by)).or(() -> registry.casesOf(tld).stream().filter(Forecast::asksAdmin).max(Comparator.comparingLong(Case::number)).map(Case::asked));
            known.put(tld, new Authority.Known(admin.orElseGet(() -> admin(tld)), "", "", Optional.empty(), new Authority.Evidence("forecast", at, Digest.hex(""), "")));
        }
        return new Facts(known);
    }

    private static boolean asksAdmin(Case matter) {
        return matter.matter() instanceof Matter.Invitation || matter.matter() instanceof Matter.Admission || matter.matter() instanceof Matter.ReplaceWhom || matter.matter() instanceof Matter.Change;
    }

    /// Stands for whom IANA will name then as the admin contact.
    public static Address admin(Tld tld) {
        return new Address("admin-contact", tld.label() + ".invalid");
    }

    private static void taken(Course course, String letter) {
        course.decide(new Event.Sent(letter, course.now()));
    }
}
