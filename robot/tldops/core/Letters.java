package tldops.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes letters: gives each its id, secret, envelope and best-before (MAIL_RULES 12, 19; SPEC's defaults).
final class Letters {
    private Letters() {}

    /// A letter that carries a question, and the case that now waits for its answer.
    record Asking(Letter letter, Case matter) {}

    /// An answer to a mail: goes where [Answering] allows, with the null envelope.
    static Letter answer(Registry registry, Mail mail, Address to, Content content, Language language, Moment at) {
        return new Letter(id(at, 0, content, to), content, language, List.of(to), List.of(), Optional.empty(), true, Optional.empty(), 0,
                Letter.Envelope.NULL, content instanceof Content.ListPassword, false, at.now().plus(registry.rules().times().answersLive())).answering(mail);
    }

    /// A notice on our own initiative; belongs to a case, asks nothing.
    static Letter notice(Registry registry, Case matter, List<Address> to, Content content, Language language, Moment at) {
        return new Letter(id(at, matter.number(), content, to.getFirst()), content, language, to, List.of(), Optional.empty(), false, Optional.empty(), matter.number(),
                Letter.Envelope.VERP, false, false, lives(registry, matter.tld(), at.now()));
    }

    /// A question to the one who holds its secret.
    static Asking question(Registry registry, Case matter, Issued.Purpose purpose, Address to, Content content, Moment at) {
        return question(registry, matter, purpose, to, List.of(to), content, at);
    }

    /// A question: its secret goes into the letter, its hash into the case.
    ///
    /// @param holder from whose From address the answer must come
    static Asking question(Registry registry, Case matter, Issued.Purpose purpose, Address holder, List<Address> to, Content content, Moment at) {
        String name = matter.number() + " " + purpose + " " + content.getClass().getSimpleName();
        Token token = at.token(name);
        String id = at.name(name, 16);
        boolean awaited = purpose != Issued.Purpose.OVERSIGHT && purpose != Issued.Purpose.UNDO;
        Letter letter = new Letter(id, content, matter.language(), to, List.of(), Optional.of(token), false, Optional.empty(), matter.number(),
                Letter.Envelope.VERP, true, awaited, lives(registry, matter, at.now()));
        return new Asking(letter, matter.carrying(new Issued(token.hash(), purpose, holder, id, true)));
    }

    /// A result that can be taken back (N28). One letter may tell of several ccTLDs (N09): what one mail led to shares its
    /// secret, and `undo` takes back all that the letter tells of.
    static Asking undoable(Registry registry, Case matter, Address to, Content content, Moment at) {
        String name = "undo " + to.key();
        Token token = at.token(name);
        String id = at.name(name, 16);
        Letter letter = new Letter(id, content, matter.language(), List.of(to), List.of(), Optional.of(token), false, Optional.empty(), matter.number(),
                Letter.Envelope.VERP, true, false, lives(registry, matter, at.now()));
        return new Asking(letter, matter.carrying(new Issued(token.hash(), Issued.Purpose.UNDO, to, id, true)));
    }

    /// The welcome, or the letter to a new address: its secret proves the member's address (L38).
    static Letter welcome(Registry registry, Case matter, Member member, Token proof, Content content, Moment at) {
        return new Letter(at.name("welcome " + member.id(), 16), content, member.language(), List.of(member.person().address()), List.of(),
                Optional.of(proof), false, Optional.empty(), matter.number(), Letter.Envelope.VERP, true, false, lives(registry, matter.tld(), at.now()));
    }

    /// One letter that asks for several ccTLDs: each has its secret on a line of its own, so the letter has none.
    static Letter joint(Registry registry, List<Case> matters, String id, Content content, Moment at) {
        Case first = matters.getFirst();
        Instant lives = matters.stream().map(matter -> lives(registry, matter.tld(), at.now())).min(Instant::compareTo).orElseThrow();
        return new Letter(id, content, first.language(), List.of(first.asked()), List.of(), Optional.empty(), false, Optional.empty(), 0, Letter.Envelope.VERP, true, true, lives);
    }

    private static String id(Moment at, long number, Content content, Address to) {
        return at.name(number + " " + content.getClass().getSimpleName() + " " + to.key() + " " + content, 16);
    }

    private static Instant lives(Registry registry, Case matter, Instant now) {
        return matter.matter().personal() ? matter.opened().plus(Deadlines.ACTION_LIVES) : lives(registry, matter.tld(), now);
    }

    /// A question is worth sending for as long as its secret lives.
    static Instant lives(Registry registry, Optional<Tld> tld, Instant now) {
        return Days.due(registry, tld, now, registry.rules().times().failureDays()).plus(Duration.ofDays(1));
    }
}
