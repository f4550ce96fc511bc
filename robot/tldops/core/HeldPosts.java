package tldops.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Posts that wait for a word of their author: was it he (MAIL_RULES 10b), or shall it go to all though he has the contacts
/// that it asks for (N14)?
final class HeldPosts {
    private static final Set<String> POST = Set.of("post", "publier", "publiez", "poster");

    private static final String UNAUTHENTICATED = "unauthenticated:";
    private static final Duration HOUR = Duration.ofHours(1);

    private HeldPosts() {}

    /// No authentication, or too many of them: the stored address is asked, once for each text and a few times a day.
    ///
    /// @param often it is his, but so many came in an hour that a machine may be writing
    static Decision ask(Registry registry, Mail mail, Request.Post post, Author author, boolean often, Moment at) {
        Offer draft = Offer.of(mail, post, registry.rules().posting());
        if (waits(registry, draft, false)) return Decision.of(Posts.about(Journal.of("nothing", "its author is asked already (L20)"), author));
        if (askedLately(registry, author, at) >= registry.rules().quotas().questionsPerAddressPerDay()) return Decision.of(Posts.about(Journal.of("nothing", "its author was asked often enough (L20)"), author));
        if (!mail.authenticated() && registry.counted(UNAUTHENTICATED, at.now().minus(HOUR)) >= registry.rules().quotas().unauthenticatedPerHour())
            return Decision.of(Posts.about(Journal.of("not answered", "quota or rule of MAIL_RULES 18-21"), author));
        Decision counted = mail.authenticated() ? Decision.EMPTY : Decision.EMPTY.and(new Change.Counted(UNAUTHENTICATED, at.now()));
        Content content = new PostContent.PostQuestion(author.name(), Posts.named(draft.subject()), Posts.first(mail.text()), label(draft), post.label().isPresent(), often, at.now().plus(Deadlines.ACTION_LIVES));
        return counted.and(held(registry, new Matter.HeldPost(draft, false), author, content, mail, Journal.of("asked the author", often ? "too many posts in an hour (MAIL_RULES 22)" : "no authentication (MAIL_RULES 10b)"), at));
    }

    /// Questions of the last day that no yes has answered: nobody floods a member through us.
    private static long askedLately(Registry registry, Author author, Moment at) {
        return registry.casesSince(at.now().minus(Deadlines.ACTION_LIVES))
                .filter(matter -> matter.matter() instanceof Matter.HeldPost post && !post.insist() && post.draft().author().equals(author.address()))
                .filter(matter -> !(matter.stage() instanceof Stage.Ended ended && ended.outcome() == Stage.Outcome.ANSWERED)).count();
    }

    /// It only asks for contacts: here they are, and 390 people are spared (N14).
    ///
    /// @param asked ccTLDs that the author is no contact of himself
    static Decision answer(Registry registry, Offer draft, Author author, List<Tld> asked, Mail mail, Moment at) {
        if (waits(registry, draft, true)) return Decision.of(Posts.about(Journal.of("nothing", "its author has been answered already (N14)"), author));
        // where the password opens the roster, a mail to the list opens none of it (X07)
        boolean reads = author.reads() && registry.rules().trust().password() != Rules.Password.REQUIRED;
        List<String> contacts = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Tld tld : asked) {
            if (registry.membersOf(tld).isEmpty()) without.add(tld.exact());
            else if (reads) registry.membersOf(tld).forEach(member -> contacts.add(Roster.line(registry, member)));
        }
        Content content = new PostContent.ContactsFound(Posts.named(draft.subject()), asked.stream().map(Tld::exact).toList(), List.copyOf(contacts), List.copyOf(without), reads, at.now().plus(Deadlines.ACTION_LIVES));
        return held(registry, new Matter.HeldPost(draft, true), author, content, mail, Journal.of("contacts sent", "in the place of a post that only asks for them (N14)"), at);
    }

    private static boolean waits(Registry registry, Offer draft, boolean insist) {
        return registry.openCases().stream().anyMatch(matter -> matter.matter() instanceof Matter.HeldPost other && other.insist() == insist
                && other.draft().author().equals(draft.author()) && other.draft().sign().equals(draft.sign()));
    }

    private static String label(Offer draft) {
        return "TLP:" + draft.tlp().label();
    }

    private static Decision held(Registry registry, Matter.HeldPost waiting, Author author, Content content, Mail mail, Journal why, Moment at) {
        Case matter = new Case(registry.nextCase(0), author.tld(), waiting, new Stage.Written(at.now()), author.address(), Subscribers.language(registry, author.address(), mail), at.now(), List.of(), false);
        Letters.Asking asking = Letters.question(registry, matter, Issued.Purpose.VERDICT, author.address(), content, at);
        return Decision.of(Journal.of(why.what(), why.reason(), matter, asking.matter()).people(List.of(author.name() + " <" + author.address() + ">")))
                .and(new Change.CaseSaved(asking.matter()))
                .and(asking.letter().answering(mail));
    }

    /// The word of the author, from the address that was asked and with its secret: that proves the address, too (L38).
    static Decision answered(Registry registry, Bearings.Held held, Matter.HeldPost waiting, Mail mail, Request.Answered answer, Moment at) {
        if (mail.failed()) return Decision.of(Journal.of("nothing", "failed its own domain's DMARC", held.matter(), held.matter()));
        if (held.spent() || at.now().isAfter(held.matter().opened().plus(Deadlines.ACTION_LIVES))) return over(registry, held.matter(), waiting, mail, answer, at);
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(Request.Word.CONFIRM, Request.Word.DENY));
        if (verdict.isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.VERDICT, answer.words().size() > 1, at);
        return settled(registry, held, waiting, verdict.get() == Request.Word.CONFIRM, waiting.insist(), mail, at);
    }

    /// What was confirmed once is not confirmed again; what nobody confirmed in its day is to be sent anew.
    private static Decision over(Registry registry, Case matter, Matter.HeldPost waiting, Mail mail, Request.Answered answer, Moment at) {
        boolean late = matter.open() || (matter.stage() instanceof Stage.Ended ended && ended.outcome() == Stage.Outcome.FAILED);
        boolean yes = answer.words().contains(Request.Word.CONFIRM);
        return Decision.of(Journal.of("nothing", late ? "its day is over" : "answered before", matter, matter))
                .and(late && yes ? Answering.answer(registry, mail, true, new PostContent.PostRefused(Posts.named(waiting.draft().subject()), PostContent.Refusal.TOO_LATE, Optional.empty()), matter.language(), at) : Decision.EMPTY);
    }

    /// The word `post` is no verdict anywhere else: it stands in names and in ordinary sentences.
    static Optional<Decision> insisted(Registry registry, Mail mail, Moment at) {
        String first = mail.text().strip().lines().findFirst().orElse("").replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
        if (!POST.contains(first) || mail.failed()) return Optional.empty();
        return Bearings.of(registry, mail).filter(held -> !held.spent() && mail.isFrom(held.issued().to()) && held.matter().matter() instanceof Matter.HeldPost)
                .map(held -> settled(registry, held, (Matter.HeldPost) held.matter().matter(), true, true, mail, at));
    }

    private static Decision settled(Registry registry, Bearings.Held held, Matter.HeldPost waiting, boolean yes, boolean insist, Mail mail, Moment at) {
        Case ended = held.matter().spent(Issued.Purpose.VERDICT).at(new Stage.Ended(yes ? Stage.Outcome.ANSWERED : Stage.Outcome.DENIED, at.now(), Optional.empty()));
        Decision decision = Decision.of(Journal.of(yes ? "confirmed" : "denied", "by the author of the post (MAIL_RULES 10b)", held.matter(), ended)).and(new Change.CaseSaved(ended));
        Optional<Author> author = Author.of(registry, waiting.draft().author(), true, at.now()).filter(known -> !at.now().isBefore(known.from()));
        if (!yes || author.isEmpty()) return decision;
        decision = decision.and(Proofs.answered(registry, waiting.draft().author(), at));
        return decision.and(Posts.accepted(registry, waiting.draft(), author.get(), insist, mail, at));
    }
}
