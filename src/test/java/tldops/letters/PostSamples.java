package tldops.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tldops.core.Content;
import tldops.core.PostContent.*;

/// The letters around the list.
final class PostSamples {
    private static final String SUBJECT = "Phishing kit against registrars";

    private PostSamples() {}

    static Map<String, Content> all() {
        Map<String, Content> all = new TreeMap<>();
        all.put("post-question", new PostQuestion("Jan Jansen", SUBJECT, List.of("Dear all,", "", "since this morning we see a phishing kit that looks like our portal."), "TLP:AMBER", false, false, Samples.AT));
        all.put("post-question.labelled", new PostQuestion("Jan Jansen", SUBJECT, List.of("Dear all,"), "TLP:GREEN", true, false, Samples.AT));
        all.put("post-question.often", new PostQuestion("Jan Jansen", SUBJECT, List.of("Ticket #1001 was opened."), "TLP:AMBER", false, true, Samples.AT));
        for (Refusal why : Refusal.values()) all.put("post-refused." + why.name().toLowerCase(), new PostRefused(SUBJECT, why, why == Refusal.NOT_YET ? Optional.of(Samples.AT) : Optional.empty()));
        all.put("members-only", new MembersOnly(false));
        all.put("members-only.verified", new MembersOnly(true));
        all.put("contacts-found", new ContactsFound("Contact Request", List.of(".nl", ".be"), List.of("jan.jansen@registry.example (Jan Jansen, +31 6 5550 1234, .nl)"), List.of(".be"), true, Samples.AT));
        all.put("contacts-found.not", new ContactsFound("Contact Request", List.of(".nl"), List.of(), List.of(), false, Samples.AT));
        all.put("not-reached", new NotReached(SUBJECT, Samples.AT, List.of(new Missed("Jan Jansen", Optional.of(Samples.NL), false), new Missed("Piet Bakker", Optional.of(Samples.NL), true), new Missed("Li Example", Optional.empty(), false)), 3, 390, false));
        all.put("not-reached.more", new NotReached(SUBJECT, Samples.AT, List.of(), 2, 390, true));
        all.put("daily-digest", new DailyDigest(LocalDate.of(2026, 12, 1), "TLP:AMBER", List.of(
                new Item(7, SUBJECT, "Jan Jansen (.nl)", "TLP:AMBER", Samples.AT), new Item(9, "Maintenance of the root servers", "Li Example", "TLP:CLEAR", Samples.AT))));
        return all;
    }
}
