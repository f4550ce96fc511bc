package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Mail to the list (R053, R059, R064, X20, MAIL_RULES 10b): relayed, put before its author, or refused with a word how to do
/// it right. What is not a member's goes to nobody.
public final class Posts {
    private Posts() {}

    static final String ARCHIVE = "archive:";
    private static final Duration SAME = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /// As long as the relay tries a letter.
    private static final Duration LIVES = Duration.ofDays(5);
    private static final int SHOWN_LINES = 12;
    private static final int SHOWN_WIDTH = 72;

    static Decision came(Registry registry, Mail mail, Request.Post post, Moment at) {
        if (mail.from().isEmpty()) return Decision.nothing("no single From address (MAIL_RULES 6)");
        Address from = mail.from().get();
        if (mail.failed()) return Decision.nothing("a post that failed its own domain's DMARC (MAIL_RULES 10b)").and(new Change.Counted("failed:" + from.domain(), at.now()));
        if (mail.redirectedBy().isPresent()) return Decision.nothing("passed on by the Secretariat; a post comes from its author (X06)");
        Optional<Author> author = Author.of(registry, from, mail.authenticated(), at.now());
        Standing.Relation relation = author.map(Author::relation).orElse(Standing.Relation.STRANGER);
        return switch (Standing.of(relation, Standing.Asks.POST, Standing.proof(mail, false), registry.rules().trust())) {
            case ACT -> refused(registry, mail, post, author.orElseThrow(), at).or(() -> often(registry, mail, post, author.orElseThrow(), at)).orElseGet(() -> accepted(registry, Offer.of(mail, post, registry.rules().posting()), author.orElseThrow(), false, mail, at));
            case ASK_STORED_ADDRESS -> refused(registry, mail, post, author.orElseThrow(), at).orElseGet(() -> HeldPosts.ask(registry, mail, post, author.orElseThrow(), false, at)).and(neutral(registry, mail, at));
            default -> Decision.of(Journal.of("post refused", "not a member's; the same words to all (P5)")).and(neutral(registry, mail, at));
        };
    }

    /// So many posts of one author in an hour may be a machine that answers the list: he is asked before more go to all.
    private static Optional<Decision> often(Registry registry, Mail mail, Request.Post post, Author author, Moment at) {
        boolean much = registry.counted(byKey(author.address()), at.now().minus(SAME)) >= registry.rules().posting().perHour();
        return much ? Optional.of(HeldPosts.ask(registry, mail, post, author, true, at)) : Optional.empty();
    }

    private static String refusedKey(Address author) {
        return "refused:" + author.key();
    }

    private static String byKey(Address author) {
        return "posted-by:" + author.key();
    }

    /// The one answer to everybody else; a member's own mailbox is spared the double.
    private static Decision neutral(Registry registry, Mail mail, Moment at) {
        boolean stored = mail.envelope().returnPath().filter(path -> mail.isFrom(path) && Author.of(registry, path, false, at.now()).isPresent()).isPresent();
        return stored ? Decision.EMPTY : Answering.answer(registry, mail, false, new PostContent.MembersOnly(mail.authenticated()), mail.language(), at);
    }

    /// What nobody shall get; its author hears at his stored address what to do instead.
    private static Optional<Decision> refused(Registry registry, Mail mail, Request.Post post, Author author, Moment at) {
        return refusal(registry, mail, post, author, at.now()).map(why -> {
            // nobody floods a member through us, nor uses up the answers that he gets in an hour (L20)
            boolean often = !mail.authenticated() && registry.counted(refusedKey(author.address()), at.now().minus(DAY)) >= registry.rules().quotas().questionsPerAddressPerDay();
            if (often) return Decision.of(about(Journal.of("post refused", reason(why) + "; its author was told of others often enough (L20)"), author));
            Decision counted = mail.authenticated() ? Decision.EMPTY : Decision.EMPTY.and(new Change.Counted(refusedKey(author.address()), at.now()));
            Optional<Instant> from = why == PostContent.Refusal.NOT_YET ? Optional.of(author.from()) : Optional.empty();
            return counted.and(Decision.of(about(Journal.of("post refused", reason(why)), author)))
                    .and(Answering.answer(registry, mail, true, new PostContent.PostRefused(named(mail.subject()), why, from), Subscribers.language(registry, author.address(), mail), at));
        });
    }

    private static Optional<PostContent.Refusal> refusal(Registry registry, Mail mail, Request.Post post, Author author, Instant now) {
        if (post.label().filter(label -> label == Tlp.RED).isPresent()) return Optional.of(PostContent.Refusal.TLP_RED);
        if (Secrets.in(registry, mail, post)) return Optional.of(PostContent.Refusal.SECRET);
        return switch (post.kind()) {
            case LEAVING -> Optional.of(PostContent.Refusal.LEAVING);
            case COMMANDS -> Optional.of(PostContent.Refusal.COMMANDS);
            case UNREADABLE -> Optional.of(PostContent.Refusal.UNREADABLE);
            case TEXT, CONTACT_REQUEST -> now.isBefore(author.from()) ? Optional.of(PostContent.Refusal.NOT_YET) : Optional.empty();
        };
    }

    private static String reason(PostContent.Refusal why) {
        return switch (why) {
            case TLP_RED -> "TLP:RED does not go to a list (N35)";
            case SECRET -> "it holds a secret of ours (MAIL_RULES 16)";
            case LEAVING -> "it says nothing but that its author wants to leave (L48)";
            case COMMANDS -> "it holds nothing but commands";
            case NOT_YET -> "its author was admitted on a secret alone a short time ago (P6)";
            case TOO_LATE -> "its day is over";
            case UNREADABLE -> "not to be read whole (MAIL_RULES 29)";
        };
    }

    /// It is its author's: relayed, unless it only asks for a contact that he can be told (N14).
    ///
    /// @param insist it goes to all, whatever it asks for
    /// @param mail what is answered: the post itself, or the word that confirmed it
    static Decision accepted(Registry registry, Offer draft, Author author, boolean insist, Mail mail, Moment at) {
        if (!insist && registry.counted(sameKey(draft), at.now().minus(SAME)) > 0) return Decision.of(about(Journal.of("nothing", "the same text by the same author within an hour (L48)"), author));
        List<Tld> asked = insist ? List.of() : draft.mentioned().stream().filter(tld -> registry.rules().knows(tld) && !author.tlds().contains(tld)).sorted().toList();
        return asked.isEmpty() ? relayed(registry, draft, author, at) : HeldPosts.answer(registry, draft, author, asked, mail, at);
    }

    private static String sameKey(Offer draft) {
        return "posted:" + draft.author().key() + ":" + draft.sign();
    }

    private static Decision relayed(Registry registry, Offer draft, Author author, Moment at) {
        List<Address> subscribers = List.copyOf(Subscribers.of(registry, false, at.now()).keySet());
        Content content = new Carried(draft.inbox(), draft.author(), draft.messageId(), draft.tlp(), draft.policy(), draft.signers());
        Letter letter = toAll(registry, at.name("post " + draft.inbox(), 16), content, Language.EN, subscribers, at);
        Post post = new Post(draft.inbox(), subscribers.isEmpty() ? "" : letter.id(), draft.author(), Switches.post(registry, at.now()), draft.messageId(), draft.subject(), draft.tlp(), subscribers.size(), false, List.of(), Optional.empty(), 0);
        Decision decision = Decision.of(about(Journal.of("posted", "to " + subscribers.size() + " addresses, TLP:" + draft.tlp().label()), author))
                .and(new Change.PostSaved(post), new Change.Counted(sameKey(draft), at.now()), new Change.Counted(byKey(author.address()), at.now()));
        if (registry.rules().posting().archived() && draft.tlp() != Tlp.RED) decision = decision.and(new Change.Counted(ARCHIVE + draft.inbox(), at.now()));
        return subscribers.isEmpty() ? decision : decision.and(letter);
    }

    /// Posts that are to be kept in the archive and are not yet, by the number of their mail.
    public static List<Post> toArchive(Registry registry) {
        return registry.posts().stream().filter(post -> registry.lastCounted(ARCHIVE + post.inbox()).isPresent()).toList();
    }

    static Decision archived(long inbox) {
        return Decision.of(Journal.of("archived", "list.posts.archive")).and(new Change.CountGone(ARCHIVE + inbox));
    }

    /// A letter of the list.
    static Letter toAll(Registry registry, String id, Content content, Language language, List<Address> subscribers, Moment at) {
        return new Letter(id, content, language, List.of(registry.rules().list().post()), List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, false, false, at.now().plus(LIVES), subscribers);
    }

    static Journal about(Journal line, Author author) {
        Journal said = author.tld().map(tld -> Journal.of(line.what(), line.reason(), tld)).orElse(line);
        return said.people(List.of(author.name() + " <" + author.address() + ">"));
    }

    /// As letters name a post.
    static String named(String subject) {
        return subject.isEmpty() ? "-" : subject;
    }

    /// The first lines of a text as they are shown back.
    static List<String> first(String text) {
        return text.strip().lines().limit(SHOWN_LINES).map(line -> Clean.line(line, SHOWN_WIDTH)).toList();
    }
}
