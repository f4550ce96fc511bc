package tldops.letters;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tldops.core.Address;
import tldops.core.BulletinContent;
import tldops.core.Calendar;
import tldops.core.CheckContent;
import tldops.core.ClockFault;
import tldops.core.Content;
import tldops.core.Content.*;
import tldops.core.Defect;
import tldops.core.Guest;
import tldops.core.IanaContent;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.OptionContent;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Request;
import tldops.core.Rules;
import tldops.core.Stage;
import tldops.core.Tld;
import tldops.core.Tlp;
import tldops.core.Token;

/// One letter of each kind, and more where a kind has several faces; all people are invented.
final class Samples {
    static final Tld NL = Tld.of("nl");
    static final Tld CHINA = Tld.of("xn--fiqs8s");
    static final Token TOKEN = Token.parse("0123456789abcdefghjkmnpqrs").orElseThrow();
    static final Instant AT = Instant.parse("2026-12-01T09:05:00Z");
    static final LastDay LAST = new LastDay(LocalDate.of(2026, 12, 4), ZoneId.of("Europe/Amsterdam"));
    static final Person JAN = person("Jan Jansen", "+31 6 5550 1234", "+31655501234", "jan.jansen@registry.example");
    static final Person MARIE = person("Marie de Vries", "06 5550 5678", "+31655505678", "marie@registry.example", "marie@elsewhere.test");
    static final Person PIET = person("Piet Bakker", "+31-6-5550-9999", "+31655509999", "piet@registry.example");

    static final Rules RULES = new Rules(
            new Rules.MailingList("tld-ops", "lists.dns-oarc.example", List.of(), Map.of(
                    "home", "https://ccnso.example/tld-ops",
                    "info", "https://lists.dns-oarc.example/tld-ops",
                    "iana", "https://www.iana.example/domains/root/db",
                    "directory", "https://ccnso.example/tld-ops/directory")),
            Set.of(Address.of("secretariat@ccnso.example")),
            new Rules.Ssc(3, 2, Rules.RolePolicy.ASK, Set.of()),
            new Rules.Trust(Rules.Proof.ASK, Rules.SenderPolicy.FROM_OR_CC, Rules.Password.OPTIONAL),
            new Rules.Quotas(1, 20, 60, 300, 5, Duration.ofMinutes(10)),
            new Rules.Times(5, 10, 5, 10, Duration.ofHours(24), Duration.ofHours(72), Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(24), Duration.ofHours(24), Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(90)),
            new Rules.Urgent(Duration.ofMinutes(15), 3, 10, 6), new Rules.Keeping(Duration.ofDays(90), Period.ofMonths(24)), true,
            Map.of(),
            new Calendar(ZoneOffset.UTC, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of()),
            new Rules.Changes(true),
            new Rules.Posting(Tlp.AMBER, Rules.ReplyTo.AUTHOR, Rules.FromLine.AUTO, Duration.ofMinutes(15)),
            Rules.Bulletins.USUAL,
            Rules.Batches.NONE,
            new Rules.Contacts(Period.ofMonths(12), 10, 10),
            Rules.Bounces.USUAL,
            Rules.Looks.NONE,
            Rules.Anchor.USUAL);

    static final Map<Language, String> SECRETARIAT = Map.of(Language.EN, "ccNSO Secretariat", Language.FR, "Secrétariat de la ccNSO");

    private Samples() {}

    static Person person(String name, String phone, String e164, String... addresses) {
        return new Person(name, List.of(addresses).stream().map(Address::of).toList(), new Phone(phone, e164, true, "NL"));
    }

    static Member member(int rank, Person person) {
        return new Member(NL, rank, person, Language.EN, AT, Optional.of(AT), "proof-hash", false, AT, Optional.of("salt:hash"), 3);
    }

    static Letter letter(Content content, Language language) {
        long number = switch (content) {
            case BulletinContent _, Results _, NeutralAnswer _, Help _, NotUnderstood _, ListPassword _, Report _, ClockDoubted _, OptionContent.MyData _, OptionContent.UrgentThanks _, CheckContent.NobodyAnswered _, CheckContent.HeardOf _, CheckContent.SilentNoted _, tldops.core.AnchorContent.ContactMoved _, tldops.core.AnchorContent.ContactsNews _ -> 0;
            default -> 12;
        };
        return new Letter("id", content, language, List.of(Address.of("admin@registry.example")), List.of(), Optional.of(TOKEN), false,
                Optional.empty(), number, Letter.Envelope.VERP, true, true, AT);
    }

    private static void bulletins(Map<String, Content> all) {
        String jan = "jan.jansen@registry.example (Jan Jansen, +31 6 5550 1234, .nl)";
        String marie = "marie@registry.example (Marie de Vries, 06 5550 5678, .nl)";
        all.put("new-subscribers", new BulletinContent.NewSubscribers(List.of(jan), List.of("Olga Observer"), List.of(jan, marie)));
        all.put("new-subscribers.unnamed", new BulletinContent.NewSubscribers(List.of(), List.of(), List.of(jan, marie)));
        BulletinContent.RosterEdition first = edition(1, List.of(), List.of(), List.of(), jan, marie);
        BulletinContent.RosterEdition second = edition(2, List.of(jan), List.of(new BulletinContent.Edited("marie@registry.example (Marie de Vries, 06 5550 0000, .nl)", marie)),
                List.of("piet@registry.example (Piet Bakker, +31-6-5550-9999, .nl)"), jan, marie);
        all.put("memberships-reminder", new BulletinContent.MembershipsReminder(JAN.name(), List.of(jan), Optional.of(AT), Optional.empty(), second));
        all.put("memberships-reminder.observer", new BulletinContent.MembershipsReminder("Olga Observer", List.of(), Optional.empty(), Optional.of(LocalDate.of(2027, 6, 30)), first));
        all.put("roster-edition", second);
        all.put("roster-edition.first", first);
        all.put("roster-edition.same", edition(3, List.of(), List.of(), List.of(), jan, marie));
        all.put("entry-answered", new BulletinContent.EntryAnswered(true, List.of(jan)));
        all.put("entry-answered.unclear", new BulletinContent.EntryAnswered(false, List.of(jan)));
        for (Guest.Role role : Guest.Role.values()) {
            String face = role.name().toLowerCase();
            Optional<LocalDate> until = role == Guest.Role.OBSERVER ? Optional.empty() : Optional.of(LocalDate.of(2027, 6, 30));
            all.put("guest-welcome." + face, new BulletinContent.GuestWelcome("Olga Observer", role, role == Guest.Role.OBSERVER, until));
            all.put("guest-goodbye." + face, new BulletinContent.GuestGoodbye("Olga Observer", role, BulletinContent.Why.OVER));
            all.put("guest-report." + face, new BulletinContent.GuestReport(true, "Olga Observer", Address.of("olga@group.example"), role, role == Guest.Role.OBSERVER, until, "by the operator"));
        }
        all.put("guest-goodbye.batches", new BulletinContent.GuestGoodbye("Olga Observer", Guest.Role.OBSERVER, BulletinContent.Why.BATCHES));
        all.put("guest-goodbye.wish", new BulletinContent.GuestGoodbye("Olga Observer", Guest.Role.OBSERVER, BulletinContent.Why.WISH));
        all.put("guest-report.left", new BulletinContent.GuestReport(false, "Olga Observer", Address.of("olga@group.example"), Guest.Role.OBSERVER, false, Optional.empty(), "the last day is over (N41)"));
        BulletinContent.Slip aruba = new BulletinContent.Slip(Tld.of("aw"), TOKEN, LAST);
        BulletinContent.Slip china = new BulletinContent.Slip(CHINA, Token.parse("zyxwvtsrqpnmkjhgfedcba9876").orElseThrow(), new LastDay(LocalDate.of(2026, 12, 1), ZoneId.of("Asia/Shanghai")));
        all.put("joint-invitation", new BulletinContent.JointInvitation(List.of(aruba, china), 3, 5, true));
        all.put("batches-turned.on", new BulletinContent.BatchesTurned(true));
        all.put("batches-turned.off", new BulletinContent.BatchesTurned(false));
    }

    private static BulletinContent.RosterEdition edition(int number, List<String> added, List<BulletinContent.Edited> changed, List<String> removed, String... lines) {
        return new BulletinContent.RosterEdition(number, LocalDate.of(2027, 2, 1), number - 1, "0123456789abcdef".repeat(4), number == 1 ? "" : "fedcba9876543210".repeat(4),
                added, changed, removed, number == 2 ? List.of("Olga Observer") : List.of(), List.of(lines), List.of(member(1, JAN), member(2, MARIE)));
    }

    /// By the name of the golden text: the template's, and behind a dot which face of it.
    static Map<String, Content> all() {
        Map<String, Content> all = new TreeMap<>();
        List<Doubt> doubts = List.of(
                new Doubt(Doubt.Kind.ROLE_ADDRESS, JAN), new Doubt(Doubt.Kind.PHONE_IMPLAUSIBLE, MARIE), new Doubt(Doubt.Kind.PHONE_OF_ANOTHER_COUNTRY, MARIE));
        List<Matter.Newcomer> newcomers = List.of(new Matter.Newcomer(1, JAN, true), new Matter.Newcomer(2, MARIE, false));
        List<Matter.Newcomer> one = List.of(new Matter.Newcomer(2, JAN, false));
        List<Member> present = List.of(member(1, MARIE), member(3, PIET));
        Optional<Address> sender = Optional.of(Address.of("someone@elsewhere.test"));

        all.put("invitation", new Invitation(NL, 3, 5, LAST));
        all.put("invitation.trial", new Invitation(NL, 3, 5, LAST, true));
        bulletins(all);
        all.put("invitation.idn", new Invitation(CHINA, 3, 5, new LastDay(LocalDate.of(2026, 12, 1), ZoneId.of("Asia/Shanghai"))));
        all.put("invitation-reminder", new InvitationReminder(NL, 3, LAST));
        all.put("authentication-request", new AuthenticationRequest(NL, JAN, true, List.of(), LAST, false, false));
        all.put("authentication-request.doubts", new AuthenticationRequest(NL, MARIE, false, doubts, LAST, true, true));
        all.put("question", new Question(NL, Matter.Origin.INVITED, newcomers, List.of(), sender, List.of(), LAST, false, false));
        all.put("question.leaflet", new Question(NL, Matter.Origin.LEAFLET, one, present, Optional.empty(), doubts, LAST, true, true));
        all.put("question.representative", new Question(NL, Matter.Origin.REPRESENTATIVE, one, present, sender, List.of(), LAST, true, false));
        all.put("question.application", new Question(NL, Matter.Origin.APPLICATION, newcomers, List.of(), Optional.empty(), List.of(), LAST, true, false));
        all.put("question.late", new Question(NL, Matter.Origin.LATE, one, present, Optional.empty(), List.of(), LAST, false, false));
        all.put("question-reminder", new QuestionReminder(NL, newcomers, List.of(), LAST, true));
        all.put("replace-whom", new ReplaceWhom(NL, JAN, List.of(member(1, MARIE), member(2, PIET)), 2, List.of(), LAST));
        all.put("which-tld", new WhichTld(List.of(NL, CHINA), LAST));
        all.put("correction", correction());
        all.put("correction.nothing", nothing());
        for (Expected expected : Expected.values()) {
            all.put("asked-back." + expected.name().toLowerCase(), new AskedBack(Optional.of(NL), expected, expected == Expected.VERDICT));
        }
        all.put("done", new Done(List.of(new Result(NL, Result.Became.ADMITTED, List.of(JAN), List.of(), List.of(MARIE), false))));
        all.put("done.nothing-left", new Done(List.of(new Result(NL, Result.Became.NOTHING_LEFT, List.of(), List.of(), List.of(), false))));
        all.put("done.many", new Done(List.of(
                new Result(NL, Result.Became.ADMITTED, List.of(JAN), List.of(), List.of(), true),
                new Result(Tld.of("aw"), Result.Became.DENIED, List.of(), List.of(), List.of(), false),
                new Result(Tld.of("bq"), Result.Became.NOTHING_NEW, List.of(), List.of(), List.of(MARIE), true),
                new Result(Tld.of("cw"), Result.Became.QUESTION_FOLLOWS, List.of(), List.of(), List.of(), false),
                new Result(Tld.of("sr"), Result.Became.BLOCKED, List.of(), List.of(), List.of(), false),
                new Result(Tld.of("sx"), Result.Became.REPLACED, List.of(JAN), List.of(PIET), List.of(), false),
                new Result(CHINA, Result.Became.KEPT, List.of(), List.of(), List.of(), false),
                new Result(Tld.of("be"), Result.Became.WAITING, List.of(), List.of(), List.of(), false))));
        all.put("provisional", new Provisional(NL, List.of(JAN), List.of(PIET), AT));
        all.put("undone", new Undone(NL, List.of(JAN), List.of(PIET), List.of(MARIE), false));
        for (Obstacle obstacle : Obstacle.values()) all.put("undo-refused." + obstacle.name().toLowerCase(), new UndoRefused(NL, obstacle));
        for (Stage.Outcome outcome : Stage.Outcome.values()) all.put("already-recorded." + outcome.name().toLowerCase(), new AlreadyRecorded(NL, outcome, AT));
        all.put("too-late", new TooLate(NL));
        all.put("address-unproved", new AddressUnproved(NL, MARIE, 5));
        all.put("received", new Received(NL, LAST));
        all.put("application-denied", new ApplicationDenied(NL, 30));
        all.put("application-failed", new ApplicationFailed(NL, 10));
        all.put("welcome", new Welcome(NL, JAN, 5, Optional.empty()));
        all.put("taken-over", new tldops.core.ImportContent.TakenOver(NL, JAN, 1));
        all.put("welcome.later", new Welcome(NL, JAN, 5, Optional.of(AT)));
        all.put("replaced", new Replaced(NL, PIET));
        all.put("withdrawn", new Withdrawn(NL, JAN));
        for (Why why : Why.values()) all.put("not-authorised." + why.name().toLowerCase(), new NotAuthorised(why == Why.NOT_NOW ? Optional.of(NL) : Optional.empty(), why));
        all.put("results", new Results(true,
                List.of(new Section("who", Section.Said.ROSTER, List.of(
                        "jan.jansen@registry.example (Jan Jansen, +31 6 5550 1234, .nl)",
                        "li.wei@registry.test (Li Wei, +86 10 5550 1234, .中国)"), Optional.empty())),
                List.of("Jan Jansen | Registry", "M +31 6 5550 1234")));
        all.put("results.others", new Results(false, results(), List.of()));
        all.put("neutral-answer", new NeutralAnswer("who"));
        all.put("action-question.who", new ActionQuestion(NL, JAN, List.of("who .nl .fr"), AT));
        all.put("action-question.password", new ActionQuestion(NL, JAN, List.of("password"), AT));
        all.put("list-password", new ListPassword(NL, "q7m2-x9ka-4f3t-p8wd"));
        all.put("help", new Help(3));
        all.put("not-understood", new NotUnderstood(Optional.of(NL)));
        all.put("oversight", new Oversight("admitted", NL, List.of(JAN, MARIE), "the IANA address, admin@registry.example", "authenticated and with the token (P2)", AT));
        for (Stage.Why why : Stage.Why.values()) {
            boolean dead = why == Stage.Why.UNREACHABLE;
            all.put("escalation." + why.name().toLowerCase(),
                    new Escalation(12, Optional.of(NL), why, dead ? "IANA names no e-mail address for the contact." : "", !dead, LAST));
        }
        all.put("failed.invitation", new Failed(12, NL, true, 10));
        all.put("failed.question", new Failed(12, NL, false, 10));
        for (Request.Word word : List.of(Request.Word.RELEASE, Request.Word.EXTEND, Request.Word.CLOSE)) {
            all.put("judged." + word.name().toLowerCase(), new Judged(12, Optional.of(NL), word, 5, true));
        }
        all.put("judged.not", new Judged(12, Optional.empty(), Request.Word.RELEASE, 0, false));
        all.put("report", new Report(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), 10, 6, 1, 2, List.of(
                new Waiting(12, Optional.of(NL), "Reminded", LocalDate.of(2026, 11, 17)), new Waiting(14, Optional.empty(), "Held", LocalDate.of(2026, 11, 20))), 7, List.of()));
        all.put("report.moved", new Report(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), 0, 0, 0, 0, List.of(), 0, List.of(new tldops.core.Content.Moved(NL, LocalDate.of(2026, 11, 17), false),
                new tldops.core.Content.Moved(CHINA, LocalDate.of(2026, 11, 18), true))));
        for (ClockFault.Kind kind : ClockFault.Kind.values())
            all.put("clock-doubted." + kind.name().toLowerCase(), new ClockDoubted(kind, AT, AT.minus(Duration.ofDays(20))));
        all.put("iana-differs", new IanaContent.IanaDiffers(List.of(new IanaContent.Dispute(NL, "names admin@registry.example", "names office@registry.example"))));
        all.put("iana-differs.several", new IanaContent.IanaDiffers(List.of(
                new IanaContent.Dispute(NL, "names admin@registry.example", "names no address that can be used"), new IanaContent.Dispute(Tld.of("xn--p1ai"), "knows no such ccTLD", "names kim@registry.example"))));
        OptionSamples.all(all);
        CheckSamples.all(all);
        all.putAll(ChangeSamples.all());
        all.putAll(KeySamples.all());
        all.putAll(ReachSamples.all());
        all.putAll(PostSamples.all());
        all.putAll(TrapSamples.all());
        all.putAll(AnchorSamples.all());
        return all;
    }

    private static List<Section> results() {
        return List.of(
                new Section("who .nl", Section.Said.ROSTER, List.of("jan.jansen@registry.example (Jan Jansen, +31 6 5550 1234, .nl)"), Optional.empty()),
                new Section("who", Section.Said.ALREADY_SENT, List.of(), Optional.of(AT)),
                new Section("help", Section.Said.HELP, List.of(), Optional.empty()),
                new Section("who ***", Section.Said.WRONG_PASSWORD, List.of(), Optional.empty()),
                new Section("who", Section.Said.NOT_YET_PROVED, List.of(), Optional.empty()),
                new Section("who", Section.Said.NOT_YET_READY, List.of(), Optional.of(AT)),
                new Section("password", Section.Said.PASSWORD_FOLLOWS, List.of(), Optional.empty()),
                new Section("who", Section.Said.NOT_A_MEMBER, List.of(), Optional.empty()),
                new Section("modify", Section.Said.FORM_FOLLOWS, List.of(), Optional.empty()),
                new Section("unsubscribe .nl", Section.Said.LEFT, List.of(), Optional.empty()),
                new Section("modify .fr", Section.Said.NOT_YOURS, List.of(), Optional.empty()),
                new Section("mydata", Section.Said.SHARED_ADDRESS, List.of(), Optional.empty()));
    }

    private static Correction correction() {
        return new Correction(Optional.of(NL),
                List.of(
                        new Block(1, good("Jan Jansen"), wrong(3, 1, Defect.What.EMAIL_UNREADABLE, "jan.jansen registry.example"), good("+31 6 5550 1234")),
                        new Block(2, wrong(0, 2, Defect.What.NAME_MISSING, ""), good("marie@registry.example"), wrong(8, 2, Defect.What.PHONE_UNREADABLE, "ask me"))),
                List.of(new Defect(0, 0, Defect.What.STATEMENT_MISSING, "")), false, 3, LAST);
    }

    private static Correction nothing() {
        return new Correction(Optional.empty(), List.of(new Block(1, good(""), good(""), good(""))),
                List.of(new Defect(0, 0, Defect.What.NOBODY, ""), new Defect(2, 0, Defect.What.TLD_UNKNOWN, ".zz")), true, 3, LAST);
    }

    private static Line good(String typed) {
        return new Line(typed, Optional.empty());
    }

    private static Line wrong(int line, int entry, Defect.What what, String typed) {
        return new Line(typed, Optional.of(new Defect(line, entry, what, typed)));
    }
}
