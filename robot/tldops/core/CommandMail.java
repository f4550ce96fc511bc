package tldops.core;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Commands by mail: `who`, `who <password>`, `password`, `help` (R054-R058, X07). One report for all of a mail; what is
/// private goes to the stored address alone, and strangers and members see the same from outside (P5, MAIL_RULES 24).
final class CommandMail {
    private CommandMail() {}

    private static final Duration TOLD_OF_GUESS = Duration.ofDays(1);

    static Decision came(Registry registry, Mail mail, Request.Commands asked, Moment at) {
        if (mail.from().isEmpty()) return Decision.nothing("no single From address (MAIL_RULES 6)");
        Address from = mail.from().get();
        if (mail.failed()) return Decision.nothing("the mail failed its own domain's DMARC (P2)").and(new Change.Counted("failed:" + from.domain(), at.now()));
        if (asked.commands().stream().allMatch(command -> command instanceof Request.Command.Help))
            return Decision.of(Journal.of("helped", "R058")).and(Answering.answer(registry, mail, false, new Content.Help(registry.rules().ssc().max()), mail.language(), at));
        Optional<Decision> turned = Campaigns.byMail(registry, mail, asked, at);
        if (turned.isPresent()) return turned.get();
        Optional<Member> member = registry.membersWith(from).stream().map(found -> Proofs.seen(registry, mail, found, at))
                .min(Comparator.comparing((Member found) -> !found.readsRoster(at.now())).thenComparing(Member::tld));
        boolean password = member.isPresent() && asked.commands().stream().anyMatch(command -> rightPassword(registry, from, command));
        Standing.Relation relation = member.isPresent() ? Standing.Relation.MEMBER : Standing.Relation.STRANGER;
        return switch (Standing.of(relation, Standing.Asks.COMMAND, Standing.proof(mail, password), registry.rules().trust())) {
            case ACT -> report(registry, mail, member.orElseThrow(), asked, at).and(mail.authenticated() ? Decision.EMPTY : neutral(registry, mail, asked, at));
            case ASK_STORED_ADDRESS -> askStored(registry, mail, member.orElseThrow(), asked, at).and(neutral(registry, mail, asked, at));
            default -> Decision.of(Journal.of("nothing", "not a member, or no proof; the same words to all (P5)")).and(neutral(registry, mail, asked, at));
        };
    }

    /// The one letter that everybody without authentication gets; a member's own mailbox is spared the double.
    private static Decision neutral(Registry registry, Mail mail, Request.Commands asked, Moment at) {
        boolean stored = mail.envelope().returnPath().filter(path -> mail.isFrom(path) && !registry.membersWith(path).isEmpty()).isPresent();
        if (stored || (mail.authenticated() && !registry.membersWith(mail.from().orElseThrow()).isEmpty())) return Decision.EMPTY;
        return Answering.answer(registry, mail, false, new Content.NeutralAnswer(name(asked.commands().getFirst())), mail.language(), at);
    }

    private static String name(Request.Command command) {
        return switch (command) {
            case Request.Command.Who _ -> "who";
            case Request.Command.Help _ -> "help";
            case Request.Command.Password _ -> "password";
            case Request.Command.Batches _ -> "batches";
        };
    }

    /// Guessing is hopeless at 130 bits, so that no limit has to lock a member out.
    private static boolean rightPassword(Registry registry, Address address, Request.Command command) {
        return command instanceof Request.Command.Who who && who.password().isPresent()
                && registry.membersWith(address).stream().flatMap(member -> member.passwordHash().stream()).anyMatch(hash -> matches(hash, who.password().get()));
    }

    private static String guessKey(Member member) {
        return "guess:" + member.person().address().key();
    }

    private static boolean matches(String hash, String password) {
        String salt = hash.substring(0, hash.indexOf(':'));
        return Digest.same(hash, hashed(salt, password));
    }

    static String hashed(String salt, String password) {
        return salt + ":" + java.util.HexFormat.of().formatHex(Digest.sha256(salt.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8)));
    }

    // ---- proved: do it

    private static Decision report(Registry registry, Mail mail, Member member, Request.Commands asked, Moment at) {
        Decision decision = Decision.EMPTY;
        List<Content.Section> sections = new ArrayList<>();
        for (Request.Command command : asked.commands()) {
            Done done = done(registry, mail, member, command, false, at);
            decision = decision.and(done.decision());
            sections.add(done.section());
        }
        Content results = new Content.Results(asked.ignoredParts(), List.copyOf(sections), asked.unprocessed());
        return decision.and(Answering.answer(registry, mail, true, results, mail.language(), at));
    }

    /// What one command led to, and what the report says of it.
    private record Done(Decision decision, Content.Section section) {}

    /// @param proves the mail answers a question that went to the stored address
    private static Done done(Registry registry, Mail mail, Member member, Request.Command command, boolean proves, Moment at) {
        return switch (command) {
            case Request.Command.Help _ -> new Done(Decision.EMPTY, new Content.Section("help", Content.Section.Said.HELP, List.of(), Optional.empty()));
            case Request.Command.Who who -> {
                Content.Section section = who(registry, member, who, proves || mail.authenticated(), at);
                yield new Done(switch (section.said()) {
                    case ROSTER -> Decision.of(Journal.of("roster sent", "to its stored address (P5)", member.tld())).and(new Change.Counted(whoKey(member, section.command()), at.now()));
                    case WRONG_PASSWORD -> Decision.of(Journal.of("refused", "wrong list password (X07)", member.tld())).and(new Change.Counted(guessKey(member), at.now()));
                    default -> Decision.EMPTY;
                }, section);
            }
            // the Secretariat's word; a member sees what he may say
            case Request.Command.Batches _ -> new Done(Decision.EMPTY, new Content.Section("batches", Content.Section.Said.HELP, List.of(), Optional.empty()));
            case Request.Command.Password _ ->
                    new Done(password(registry, mail, proves, member, at), new Content.Section("password", Content.Section.Said.PASSWORD_FOLLOWS, List.of(), Optional.empty()));
        };
    }

    /// @param asked `who .nl .fr`: who asks for somebody else meanwhile is answered
    private static String whoKey(Member member, String asked) {
        return "who:" + member.person().address().key() + ":" + asked;
    }

    private static Content.Section who(Registry registry, Member member, Request.Command.Who who, boolean authenticated, Moment at) {
        boolean wrong = who.password().isPresent() && !rightPassword(registry, member.person().address(), who) && (!authenticated || member.passwordHash().isPresent());
        boolean required = registry.rules().trust().password() == Rules.Password.REQUIRED && who.password().isEmpty();
        if (wrong || required) return section(Content.Section.Said.WRONG_PASSWORD, List.of(), Optional.empty());
        if (member.proved().isEmpty()) return section(Content.Section.Said.NOT_YET_PROVED, List.of(), Optional.empty());
        if (!member.readsRoster(at.now())) return section(Content.Section.Said.NOT_YET_READY, List.of(), Optional.of(member.rosterFrom()));
        String asked = who.words();
        Optional<Instant> last = registry.lastCounted(whoKey(member, asked)).filter(sent -> sent.isAfter(at.now().minus(registry.rules().quotas().sameWho())));
        if (last.isPresent()) return section(Content.Section.Said.ALREADY_SENT, List.of(), last);
        return new Content.Section(asked, Content.Section.Said.ROSTER, roster(registry, who.tlds()), Optional.empty());
    }

    private static List<String> roster(Registry registry, List<Tld> tlds) {
        return tlds.isEmpty() ? registry.roster() : Roster.lines(registry.members().stream().filter(other -> tlds.contains(other.tld())).toList());
    }

    private static Content.Section section(Content.Section.Said said, List<String> lines, Optional<Instant> time) {
        return new Content.Section("who", said, lines, time);
    }

    /// A new list password: mailed once, only its salted hash is kept (X07, MAIL_RULES 33).
    private static Decision password(Registry registry, Mail mail, boolean proves, Member member, Moment at) {
        String password = at.name("password", Token.LENGTH);
        String hash = hashed(at.name("salt", 16), password);
        Address to = mail.from().orElseThrow();
        Decision decision = Decision.of(Journal.of("password given", "by command, to its stored address (X07)", member.tld()))
                .and(Letters.answer(registry, mail, to, new Content.ListPassword(member.tld(), password), mail.language(), at));
        for (Member membership : registry.membersWith(to)) {
            Member seen = proves ? membership.proved(at.now()) : Proofs.seen(registry, mail, membership, at);
            decision = decision.and(new Change.MemberSaved(seen.withPassword(hash)));
        }
        return decision;
    }

    // ---- not proved: the stored address is asked (MAIL_RULES 10b)

    private static Decision askStored(Registry registry, Mail mail, Member member, Request.Commands asked, Moment at) {
        for (Request.Command command : asked.commands()) {
            if (!(command instanceof Request.Command.Who who) || who.password().isEmpty()) continue;
            Content results = new Content.Results(asked.ignoredParts(), List.of(section(Content.Section.Said.WRONG_PASSWORD, List.of(), Optional.empty())), List.of());
            boolean told = registry.counted(guessKey(member), at.now().minus(TOLD_OF_GUESS)) > 0;
            return Decision.of(Journal.of("refused", "wrong list password (X07)", member.tld())).and(new Change.Counted(guessKey(member), at.now()))
                    .and(told ? Decision.EMPTY : Answering.answer(registry, mail, true, results, mail.language(), at));
        }
        List<Request.Command> commands = asked.commands().stream().filter(command -> !(command instanceof Request.Command.Help)).toList();
        boolean pending = registry.casesOf(member.tld()).stream().anyMatch(matter -> matter.open() && matter.matter() instanceof Matter.MemberAction other
                && other.member().equals(member.id()) && other.commands().equals(commands));
        if (pending) return Decision.of(Journal.of("nothing", "the stored address is asked already (L20)", member.tld()));
        Address stored = mail.from().orElseThrow();
        Case matter = new Case(registry.nextCase(0), Optional.of(member.tld()), new Matter.MemberAction(member.id(), commands, mail.messageId()), new Stage.Written(at.now()),
                stored, mail.language(), at.now(), List.of(), false);
        Content content = new Content.ActionQuestion(member.tld(), member.person(), commands.stream().map(Request.Command::words).toList(), at.now().plus(Duration.ofDays(1)));
        Letters.Asking asking = Letters.question(registry, matter, Issued.Purpose.VERDICT, stored, content, at);
        return Decision.of(Journal.of("asked the stored address", "no authentication (MAIL_RULES 10b)", matter, asking.matter()))
                .and(new Change.CaseSaved(asking.matter()))
                .and(asking.letter().answering(mail));
    }

    /// The stored address said yes: its answer also proves it (L38).
    static Decision confirmed(Registry registry, Bearings.Held held, Matter.MemberAction action, Mail mail, Request.Answered answer, Moment at) {
        if (held.spent() || mail.failed()) return Decision.of(Journal.of("nothing", "over or failed", held.matter(), held.matter()));
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(Request.Word.CONFIRM, Request.Word.DENY));
        if (verdict.isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.VERDICT, answer.words().size() > 1, at);
        boolean yes = verdict.get() == Request.Word.CONFIRM;
        Case ended = held.matter().spent(Issued.Purpose.VERDICT).at(new Stage.Ended(yes ? Stage.Outcome.ANSWERED : Stage.Outcome.DENIED, at.now(), Optional.empty()));
        Decision decision = Decision.of(Journal.of(yes ? "confirmed" : "denied", "by the stored address (MAIL_RULES 10b)", held.matter(), ended)).and(new Change.CaseSaved(ended));
        Optional<Member> member = registry.member(action.member());
        if (!yes || member.isEmpty()) return decision;
        Member proved = member.get().proved(at.now());
        decision = decision.and(new Change.MemberSaved(proved));
        List<Content.Section> sections = new ArrayList<>();
        for (Request.Command command : action.commands()) {
            Done done = done(registry, mail, proved, command, true, at);
            decision = decision.and(done.decision());
            sections.add(done.section());
        }
        boolean alone = sections.stream().allMatch(section -> section.said() == Content.Section.Said.PASSWORD_FOLLOWS);
        return alone ? decision : decision.and(Answering.answer(registry, mail, true, new Content.Results(false, List.copyOf(sections), List.of()), mail.language(), at));
    }
}
