package tldops.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Commands by mail (R050, R054-R058, X07, X19). One report for all of a mail; what is private goes to the stored
/// address alone, and strangers and members see the same from outside (P5, MAIL_RULES 24). What each command does stands
/// in a file of its own.
final class CommandMail {
    private CommandMail() {}

    private static final Duration TOLD_OF_GUESS = Duration.ofDays(1);

    /// @param before what the same mail has led to already: it is part of the answer
    static Decision came(Registry registry, Mail mail, Request.Commands asked, Facts facts, Decision before, Moment at) {
        if (mail.from().isEmpty()) return Decision.nothing("no single From address (MAIL_RULES 6)");
        Address from = mail.from().get();
        if (mail.failed()) return Decision.nothing("the mail failed its own domain's DMARC (P2)").and(new Change.Counted("failed:" + from.domain(), at.now()));
        if (asked.commands().stream().allMatch(command -> command instanceof Request.Command.Help || command instanceof Request.Command.HelpOn)) return before.and(helped(registry, mail, asked, at));
        Optional<Decision> turned = Campaigns.byMail(registry, mail, asked, at);
        if (turned.isPresent()) return before.and(turned.get());
        Caller caller = Caller.of(registry, mail, at);
        if (caller.stranger()) return before.and(Journal.of("nothing", "not on the list; the same words to all (P5)")).and(neutral(registry, mail, asked, at));
        List<Request.Command> now = new ArrayList<>();
        List<Request.Command> later = new ArrayList<>();
        for (Request.Command command : asked.commands()) {
            // a password speaks for its `who` alone (MAIL_RULES 10b)
            Standing.Then then = then(registry, caller, command, Standing.proof(mail, WhoAnswer.rightPassword(registry, from, command)));
            (then == Standing.Then.ASK_STORED_ADDRESS && !harmless(command) ? later : now).add(command);
        }
        // what goes to his stored address is in the language he chose; the neutral letter tells nobody that he chose one
        Mail spoken = mail.in(Subscribers.language(registry, from, mail));
        Optional<Decision> guessed = later.stream().anyMatch(WhoAnswer::withPassword) && caller.member().isPresent() ? Optional.of(guessed(registry, spoken, caller.member().get(), asked, at)) : Optional.empty();
        if (guessed.isPresent()) return before.and(guessed.get()).and(neutral(registry, mail, asked, at));
        Draft draft = new Draft(registry, spoken, facts, false, before);
        if (later.isEmpty() || !now.stream().allMatch(CommandMail::harmless)) draft = report(draft, caller, new Request.Commands(now, asked.unprocessed(), asked.ignoredParts()), at);
        if (!later.isEmpty()) draft = draft.and(askStored(draft, caller, later, at));
        return draft.decision().and(mail.authenticated() ? Decision.EMPTY : neutral(registry, mail, asked, at));
    }

    private static Standing.Then then(Registry registry, Caller caller, Request.Command command, Standing.Proof proof) {
        return Standing.of(caller.relation(), asks(command), proof, registry.rules().trust());
    }

    private static Standing.Asks asks(Request.Command command) {
        return switch (command) {
            case Request.Command.Who _ -> Standing.Asks.ROSTER;
            case Request.Command.Password _, Request.Command.Urgent _, Request.Command.Modify _ -> Standing.Asks.SSC_ONLY;
            default -> Standing.Asks.COMMAND;
        };
    }

    /// It shows nothing that is not for everybody, and changes nothing.
    private static boolean harmless(Request.Command command) {
        return command instanceof Request.Command.Help || command instanceof Request.Command.HelpOn || command instanceof Request.Command.Unread;
    }

    /// It is about what one person has, chooses or leaves.
    private static boolean own(Request.Command command) {
        return switch (command) {
            case Request.Command.Password _, Request.Command.Digest _, Request.Command.Speak _, Request.Command.Away _, Request.Command.Back _, Request.Command.MyData _, Request.Command.Forget _, Request.Command.Unsubscribe _ -> true;
            default -> false;
        };
    }

    private static Decision helped(Registry registry, Mail mail, Request.Commands asked, Moment at) {
        List<Content.Section> sections = asked.commands().stream().map(CommandMail::help).toList();
        boolean plain = asked.commands().stream().allMatch(command -> command instanceof Request.Command.Help);
        Content content = plain ? new Content.Help(registry.rules().ssc().max()) : new Content.Results(asked.ignoredParts(), sections, asked.unprocessed());
        return Decision.of(Journal.of("helped", "R058")).and(Answering.answer(registry, mail, false, content, Subscribers.answered(registry, mail), at));
    }

    private static Content.Section help(Request.Command command) {
        return switch (command) {
            case Request.Command.HelpOn(var topic) -> new Content.Section(command.words(), new OptionContent.Topic(topic, false));
            case Request.Command.Unread(var typed, var topic) -> new Content.Section(typed, new OptionContent.Topic(topic, true));
            default -> new Content.Section("help", Content.Section.Said.HELP, List.of(), Optional.empty());
        };
    }

    /// The one letter that everybody without authentication gets; a member's own mailbox is spared the double.
    static Decision neutral(Registry registry, Mail mail, Request.Commands asked, Moment at) {
        boolean stored = mail.envelope().returnPath().filter(path -> mail.isFrom(path) && Caller.onList(registry, path, at)).isPresent();
        if (stored || (mail.authenticated() && Caller.onList(registry, mail.from().orElseThrow(), at))) return Decision.EMPTY;
        String name = asked.commands().getFirst().words().split(" ", 2)[0];
        return Answering.answer(registry, mail, false, new Content.NeutralAnswer(name), mail.language(), at);
    }

    // ---- proved: do it

    /// What one command led to, and what the report says of it.
    record Done(Decision decision, Content.Section section) {}

    private static Draft report(Draft draft, Caller caller, Request.Commands asked, Moment at) {
        List<Content.Section> sections = new ArrayList<>();
        Draft after = all(draft, caller, asked.commands(), sections, at);
        if (sections.stream().allMatch(CommandMail::saidElsewhere)) return after;
        after = Proposals.put(after, caller, sections, at);
        Content results = new Content.Results(asked.ignoredParts(), List.copyOf(sections), asked.unprocessed());
        return after.and(Answering.answer(draft.registry(), draft.mail(), true, results, language(asked.commands(), draft.mail()), at));
    }

    /// Who has just chosen a language is told of it in that one.
    private static Language language(List<Request.Command> commands, Mail mail) {
        return commands.reversed().stream().flatMap(command -> command instanceof Request.Command.Speak(var chosen) ? Stream.of(chosen) : Stream.empty()).findFirst().orElse(mail.language());
    }

    /// A letter of its own tells of it.
    private static boolean saidElsewhere(Content.Section section) {
        return section.said() == Content.Section.Said.FORM_FOLLOWS || section.said() == Content.Section.Said.LEFT;
    }

    /// Who leaves does so last: what he asked for besides is done while he is a member. What he asks for twice is done once.
    private static List<Request.Command> inTurn(List<Request.Command> commands) {
        return commands.stream().distinct().sorted(Comparator.comparing((Request.Command command) -> command instanceof Request.Command.Unsubscribe)).toList();
    }

    private static Draft all(Draft draft, Caller caller, List<Request.Command> commands, List<Content.Section> sections, Moment at) {
        Draft after = draft;
        for (Request.Command command : inTurn(commands)) {
            Done done = done(after, caller, command, at);
            after = after.and(done.decision());
            sections.add(done.section());
        }
        return after;
    }

    private static Done done(Draft draft, Caller caller, Request.Command command, Moment at) {
        Standing.Proof proof = Standing.proof(draft.mail(), draft.proves() || WhoAnswer.rightPassword(draft.registry(), caller.address(), command));
        if (!harmless(command) && then(draft.registry(), caller, command, proof) != Standing.Then.ACT) return said(command.words(), Content.Section.Said.NOT_A_MEMBER);
        if (own(command) && Memberships.shared(draft.registry(), caller.address())) return said(command.words(), Content.Section.Said.SHARED_ADDRESS);
        return switch (command) {
            case Request.Command.Help _, Request.Command.HelpOn _, Request.Command.Unread _ -> new Done(Decision.EMPTY, help(command));
            case Request.Command.Who who -> WhoAnswer.done(draft, caller, who, at);
            case Request.Command.Password _ -> WhoAnswer.password(draft, caller, at);
            case Request.Command.Digest digest -> Choosing.digest(draft, caller, digest, at);
            case Request.Command.Speak speak -> Choosing.language(draft, caller, speak, at);
            case Request.Command.Away away -> Absence.away(draft, caller, away, at);
            case Request.Command.Back _ -> Absence.back(draft, caller, at);
            case Request.Command.MyData _ -> MyData.tell(draft, caller, at);
            case Request.Command.Forget _ -> Forgetting.ask(draft, caller, at);
            case Request.Command.Urgent urgent -> Urgency.ask(draft, caller, urgent, at);
            case Request.Command.Modify(var tlds) -> modify(draft, command, tlds, at);
            case Request.Command.Unsubscribe(var tlds) -> {
                Decision left = caller.guest().filter(_ -> tlds.isEmpty()).map(guest -> Guests.leaves(draft.registry(), guest, at))
                        .orElseGet(() -> Leaving.leave(draft.registry(), caller.address(), tlds, Opened.by(draft.registry(), draft.decision()), draft.facts(), at));
                yield new Done(left, said(command.words(), left.changes().isEmpty() ? Content.Section.Said.NOT_YOURS : Content.Section.Said.LEFT).section());
            }
            case Request.Command.Remove _, Request.Command.Delegate _, Request.Command.Undelegate _, Request.Command.Batches _ -> said(command.words(), Content.Section.Said.NOT_YOURS);
        };
    }

    /// His own entries, a letter each (R048).
    private static Done modify(Draft draft, Request.Command command, List<Tld> tlds, Moment at) {
        Decision decision = Decision.EMPTY;
        List<Member> own = draft.registry().membersWith(draft.mail().from().orElseThrow()).stream().filter(member -> tlds.isEmpty() || tlds.contains(member.tld())).toList();
        for (Member member : own) decision = decision.and(Modifying.own(draft.registry(), draft.mail(), member, draft.decision().and(decision), at));
        return new Done(decision, said(command.words(), own.isEmpty() ? Content.Section.Said.NOT_YOURS : Content.Section.Said.FORM_FOLLOWS).section());
    }

    static Done said(String command, Content.Section.Said said) {
        return new Done(Decision.EMPTY, new Content.Section(command, said, List.of(), Optional.empty()));
    }

    // ---- not proved: the stored address is asked (MAIL_RULES 10b)

    private static Decision guessed(Registry registry, Mail mail, Member member, Request.Commands asked, Moment at) {
        Content results = new Content.Results(asked.ignoredParts(), List.of(said("who", Content.Section.Said.WRONG_PASSWORD).section()), List.of());
        boolean told = registry.counted(WhoAnswer.guessKey(member), at.now().minus(TOLD_OF_GUESS)) > 0;
        return Decision.of(Journal.of("refused", "wrong list password (X07)", member.tld())).and(new Change.Counted(WhoAnswer.guessKey(member), at.now()))
                .and(told ? Decision.EMPTY : Answering.answer(registry, mail, true, results, mail.language(), at));
    }

    private static Decision askStored(Draft draft, Caller caller, List<Request.Command> asked, Moment at) {
        Decision decision = Decision.EMPTY;
        // forgetting shows what goes and what stays, in a question of its own
        boolean shared = Memberships.shared(draft.registry(), caller.address());
        boolean forget = !shared && asked.stream().anyMatch(command -> command instanceof Request.Command.Forget);
        List<Request.Command> commands = asked.stream().filter(command -> shared || !(command instanceof Request.Command.Forget)).toList();
        if (forget) decision = Forgetting.ask(draft, caller, at).decision();
        return commands.isEmpty() ? decision : decision.and(askStoredAbout(draft.and(decision), caller, commands, at));
    }

    private static Decision askStoredAbout(Draft draft, Caller caller, List<Request.Command> commands, Moment at) {
        Mail mail = draft.mail();
        Matter wish = caller.member().<Matter>map(member -> new Matter.MemberAction(member.id(), commands, mail.messageId()))
                .orElseGet(() -> new Matter.GuestAction(caller.address(), commands, mail.messageId()));
        if (draft.registry().openCases().stream().anyMatch(matter -> same(matter.matter(), wish))) return Decision.of(Journal.of("nothing", "the stored address is asked already (L20)"));
        if (askedLately(draft.registry(), caller, at) >= draft.registry().rules().quotas().questionsPerAddressPerDay()) return Decision.of(Journal.of("nothing", "the stored address was asked often enough (L20)"));
        Case matter = new Case(draft.nextCase(), caller.tld(), wish, new Stage.Written(at.now()), caller.address(), mail.language(), at.now(), List.of(), false);
        Content content = new Content.ActionQuestion(caller.tld(), caller.person(), commands.stream().map(Request.Command::words).toList(), at.now().plus(Deadlines.ACTION_LIVES));
        Letters.Asking asking = Letters.question(draft.registry(), matter, Issued.Purpose.VERDICT, caller.address(), content, at);
        return Decision.of(Journal.of("asked the stored address", "no authentication (MAIL_RULES 10b)", matter, asking.matter()))
                .and(new Change.CaseSaved(asking.matter()))
                .and(asking.letter().answering(mail));
    }

    /// Questions of the last day to which no yes came: nobody floods a member through us.
    private static long askedLately(Registry registry, Caller caller, Moment at) {
        return registry.casesSince(at.now().minus(Deadlines.ACTION_LIVES))
                .filter(matter -> matter.asked().equals(caller.address()) && !(matter.stage() instanceof Stage.Ended(var outcome, _, _) && outcome == Stage.Outcome.ANSWERED))
                .filter(matter -> matter.matter() instanceof Matter.MemberAction || matter.matter() instanceof Matter.GuestAction).count();
    }

    private static boolean same(Matter one, Matter other) {
        return switch (one) {
            case Matter.MemberAction(var id, var commands, _) -> other instanceof Matter.MemberAction(var member, var wanted, _) && id.equals(member) && commands.equals(wanted);
            case Matter.GuestAction(var address, var commands, _) -> other instanceof Matter.GuestAction(var guest, var wanted, _) && address.equals(guest) && commands.equals(wanted);
            default -> false;
        };
    }

    /// The stored address said yes: its answer also proves it (L38).
    ///
    /// @param id the member who was asked; empty for a guest
    static Decision confirmed(Registry registry, Bearings.Held held, Optional<Member.Id> id, List<Request.Command> commands, Mail mail, Request.Answered answer, Facts facts, Moment at) {
        if (held.spent() || mail.failed()) return Decision.of(Journal.of("nothing", "over or failed", held.matter(), held.matter()));
        Optional<Request.Word> verdict = Answers.verdict(answer, Set.of(Request.Word.CONFIRM, Request.Word.DENY));
        if (verdict.isEmpty()) return Unclear.askBack(registry, held, mail, Content.Expected.VERDICT, answer.words().size() > 1, at);
        boolean yes = verdict.get() == Request.Word.CONFIRM;
        Case ended = held.matter().spent(Issued.Purpose.VERDICT).at(new Stage.Ended(yes ? Stage.Outcome.ANSWERED : Stage.Outcome.DENIED, at.now(), Optional.empty()));
        Decision decision = Decision.of(Journal.of(yes ? "confirmed" : "denied", "by the stored address (MAIL_RULES 10b)", held.matter(), ended)).and(new Change.CaseSaved(ended));
        Caller caller = Caller.of(registry, held.matter().asked(), id, at);
        if (!yes || caller.stranger()) return decision;
        decision = decision.and(Proofs.answered(registry, held.matter().asked(), at));
        List<Content.Section> sections = new ArrayList<>();
        Mail spoken = mail.in(Subscribers.language(registry, held.matter().asked(), mail));
        Decision done = all(new Draft(registry, spoken, facts, true, decision), caller, commands, sections, at).decision();
        boolean alone = sections.stream().allMatch(section -> section.said() == Content.Section.Said.PASSWORD_FOLLOWS || section.said() == Content.Section.Said.FOLLOWS || saidElsewhere(section));
        return alone ? done : done.and(Answering.answer(registry, spoken, true, new Content.Results(false, List.copyOf(sections), List.of()), language(commands, spoken), at));
    }
}
