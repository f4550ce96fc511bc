package tldops.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `who`: the contacts of all in the seed's format (R056), `who .nl .fr` those of these ccTLDs, the telephone first, with
/// the time it is there now (N12). And the list password that may stand behind it (X07).
final class WhoAnswer {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private WhoAnswer() {}

    static CommandMail.Done done(Draft draft, Caller caller, Request.Command.Who who, Moment at) {
        Content.Section section = section(draft, caller, who, at);
        Journal sent = Journal.of("roster sent", "to its stored address (P5)");
        return new CommandMail.Done(switch (section.said()) {
            case ROSTER, DETAIL -> Decision.of(caller.tld().map(tld -> Journal.of(sent.what(), sent.reason(), tld)).orElse(sent)).and(new Change.Counted(whoKey(caller, section.command()), at.now()));
            case WRONG_PASSWORD -> Decision.of(Journal.of("refused", withPassword(who) ? "wrong list password (X07)" : "no list password (X07)", caller.tld().orElseThrow()))
                    .and(withPassword(who) ? new Change[] {new Change.Counted(guessKey(caller.member().orElseThrow()), at.now())} : new Change[0]);
            default -> Decision.EMPTY;
        }, section);
    }

    private static Content.Section section(Draft draft, Caller caller, Request.Command.Who who, Moment at) {
        Registry registry = draft.registry();
        Optional<Content.Section> refused = caller.member().flatMap(member -> refused(draft, member, who, at));
        if (refused.isPresent()) return refused.get();
        String asked = who.words();
        Optional<Instant> last = registry.lastCounted(whoKey(caller, asked)).filter(sent -> sent.isAfter(at.now().minus(registry.rules().quotas().sameWho())));
        if (last.isPresent()) return new Content.Section("who", Content.Section.Said.ALREADY_SENT, List.of(), last);
        if (who.tlds().isEmpty()) return new Content.Section(asked, Content.Section.Said.ROSTER, Unreachable.roster(registry), Optional.empty());
        return new Content.Section(asked, new OptionContent.Contacts(who.tlds().stream().map(tld -> contacts(registry, tld, at)).toList()));
    }

    private static Optional<Content.Section> refused(Draft draft, Member member, Request.Command.Who who, Moment at) {
        boolean sure = draft.proves() || draft.mail().authenticated();
        boolean wrong = withPassword(who) && !rightPassword(draft.registry(), member.person().address(), who) && (!sure || member.passwordHash().isPresent());
        boolean required = draft.registry().rules().trust().password() == Rules.Password.REQUIRED && !withPassword(who);
        if (wrong || required) return Optional.of(CommandMail.said("who", Content.Section.Said.WRONG_PASSWORD).section());
        return notYet("who", member, at);
    }

    /// A member whose time has not come yet (P5, P6).
    static Optional<Content.Section> notYet(String command, Member member, Moment at) {
        if (member.proved().isEmpty()) return Optional.of(CommandMail.said(command, Content.Section.Said.NOT_YET_PROVED).section());
        if (member.readsRoster(at.now())) return Optional.empty();
        return Optional.of(new Content.Section(command, Content.Section.Said.NOT_YET_READY, List.of(), Optional.of(member.rosterFrom())));
    }

    /// @param asked `who .nl .fr`: who asks for somebody else meanwhile is answered
    private static String whoKey(Caller caller, String asked) {
        return "who:" + caller.person().address().key() + ":" + asked;
    }

    private static OptionContent.Contact contacts(Registry registry, Tld tld, Moment at) {
        if (!registry.rules().knows(tld)) return new OptionContent.Contact(tld, false, "", Optional.empty(), "", false, false, List.of());
        CcTld known = registry.rules().ccTld(tld);
        ZonedDateTime there = at.now().atZone(known.calendar().zone());
        boolean works = known.calendar().works(there.toLocalDate());
        boolean open = works && !there.toLocalTime().isBefore(OPENS) && there.toLocalTime().isBefore(CLOSES);
        List<OptionContent.Reach> people = new ArrayList<>();
        for (Member member : registry.membersOf(tld)) {
            Optional<Options.Away> away = member.options().away().filter(_ -> member.options().awayOn(there.toLocalDate()));
            people.add(new OptionContent.Reach(member.rank(), member.person(), member.language(), away.map(Options.Away::until),
                    away.flatMap(gone -> Absence.standIn(registry, member, gone.deputy())).map(deputy -> deputy.person().name()), Unreachable.lost(registry, member)));
        }
        return new OptionContent.Contact(tld, true, known.country(), Optional.of(new Content.LastDay(there.toLocalDate(), known.calendar().zone())), TIME.format(there), works, open, List.copyOf(people));
    }

    // ---- the list password

    static boolean withPassword(Request.Command command) {
        return command instanceof Request.Command.Who who && who.password().isPresent();
    }

    /// Guessing is hopeless at 130 bits, so that no limit has to lock a member out.
    static boolean rightPassword(Registry registry, Address address, Request.Command command) {
        return command instanceof Request.Command.Who who && who.password().isPresent()
                && registry.membersWith(address).stream().flatMap(member -> member.passwordHash().stream()).anyMatch(hash -> matches(hash, who.password().get()));
    }

    /// Whether it is the password of any member.
    static boolean password(Registry registry, String said) {
        return registry.members().stream().flatMap(member -> member.passwordHash().stream()).anyMatch(hash -> matches(hash, said));
    }

    static String guessKey(Member member) {
        return "guess:" + member.person().address().key();
    }

    private static boolean matches(String hash, String password) {
        String salt = hash.substring(0, hash.indexOf(':'));
        return Digest.same(hash, hashed(salt, password));
    }

    private static String hashed(String salt, String password) {
        return salt + ":" + HexFormat.of().formatHex(Digest.sha256(salt.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8)));
    }

    /// A new list password: mailed once, only its salted hash is kept (X07, MAIL_RULES 33).
    static CommandMail.Done password(Draft draft, Caller caller, Moment at) {
        String password = at.name("password", Token.LENGTH);
        String hash = hashed(at.name("salt", 16), password);
        Tld tld = caller.tld().orElseThrow();
        Decision decision = Decision.of(Journal.of("password given", "by command, to its stored address (X07)", tld))
                .and(Letters.answer(draft.registry(), draft.mail(), caller.address(), new Content.ListPassword(tld, password), draft.mail().language(), at));
        for (Member membership : draft.memberships(caller.address(), at)) decision = decision.and(new Change.MemberSaved(membership.withPassword(hash)));
        return new CommandMail.Done(decision, CommandMail.said("password", Content.Section.Said.PASSWORD_FOLLOWS).section());
    }
}
