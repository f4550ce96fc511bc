package tldops.core;

import java.util.List;
import java.util.Optional;

/// One form for one ccTLD: who is the sender to it, is the form good, may it be done, asked or refused.
final class Submission {
    private Submission() {}

    /// @param offset of the case numbers this ccTLD may open
    static Decision of(Registry registry, Submissions.Sent sent, Tld tld, int offset, Moment at) {
        Authority authority = sent.facts().of(tld);
        return switch (authority) {
            case Authority.Known known -> known(registry, sent, tld, known, offset, at);
            case Authority.NotAssigned _, Authority.NoSuchTld _ -> Corrections.tldMissing(registry, sent, at);
            case Authority.Silent _, Authority.Unreachable _, Authority.Disputed _ -> Oversight.unreachable(registry, sent, tld, Oversight.why(authority), authority, offset, at);
        };
    }

    /// A secret serves the ccTLD of its case, or each of those that were offered for choice (MAIL_RULES 13, 14).
    private static boolean bound(Case matter, Tld tld) {
        return matter.tld().map(tld::equals).orElse(matter.matter() instanceof Matter.WhichTld which && which.candidates().contains(tld));
    }

    private static Standing.Relation relation(Registry registry, Submissions.Sent sent, Tld tld, Address admin, Moment at) {
        Mail mail = sent.mail();
        Form form = sent.form();
        List<Address> before = sent.held().map(held -> Submissions.copied(held.matter())).orElse(List.of());
        if (mail.isFrom(admin)) return Standing.Relation.ADMIN_CONTACT;
        if (Delegates.speaks(registry, mail, tld, admin, at)) return Standing.Relation.DELEGATE;
        if (colleague(registry, sent, tld)) return Standing.Relation.COLLEAGUE;
        if (mail.copied(admin) || before.contains(admin)) return Standing.Relation.ADMIN_IN_CC;
        if (TechContact.speaks(registry, mail, tld, sent.facts().of(tld), at)) return Standing.Relation.TECH;
        List<Form.Entry> filled = form.filled();
        boolean himself = filled.size() == 1 && filled.getFirst().email().value().stream().anyMatch(addresses -> addresses.stream().anyMatch(mail::isFrom));
        return himself || Changes.own(registry, mail, form, sent.held(), tld).isPresent() ? Standing.Relation.APPLICANT : Standing.Relation.STRANGER;
    }

    /// The form for the whole ccTLD goes to an SSC only when a colleague of his can not be reached, with a secret of its own (N21).
    private static boolean colleague(Registry registry, Submissions.Sent sent, Tld tld) {
        return sent.held().filter(held -> !held.spent() && sent.mail().isFrom(held.issued().to()) && held.matter().matter() instanceof Matter.Modify modify && !modify.own()).isPresent()
                && registry.membersWith(sent.mail().from().orElseThrow()).stream().anyMatch(member -> member.tld().equals(tld));
    }

    private static Decision known(Registry registry, Submissions.Sent sent, Tld tld, Authority.Known authority, int offset, Moment at) {
        Mail mail = sent.mail();
        Optional<Case> moved = sent.held().filter(held -> !held.spent() && bound(held.matter(), tld) && held.matter().matter() instanceof Matter.Invitation)
                .map(Bearings.Held::matter).filter(matter -> !matter.asked().equals(authority.admin()));
        if (moved.isPresent() && !mail.failed()) return Oversight.contactMoved(registry, moved.get(), sent.facts(), at).orElseThrow();
        if (Anchors.fresh(registry, tld, authority)) return Oversight.unreachable(registry, sent, tld, Stage.Why.CONTACT_CHANGED, authority, offset, at);
        Standing.Relation relation = relation(registry, sent, tld, authority.admin(), at);
        if (relation == Standing.Relation.ADMIN_IN_CC && registry.rules().trust().sender() == Rules.SenderPolicy.STRICT)
            return refused(registry, mail, tld, Content.Why.CC_DOES_NOT_COUNT, at);
        boolean acting = relation == Standing.Relation.ADMIN_CONTACT || relation == Standing.Relation.DELEGATE || relation == Standing.Relation.COLLEAGUE || relation == Standing.Relation.TECH;
        boolean token = sent.held().filter(held -> !held.spent() && mail.isFrom(held.issued().to()) && bound(held.matter(), tld)).isPresent();
        boolean unseen = sent.held().filter(held -> held.matter().matter() instanceof Matter.WhichTld which && !which.authenticated()).isPresent();
        Standing.Proof proof = Standing.proof(mail, token && acting);
        Standing.Then then = Standing.of(relation, Standing.Asks.ADMIT, proof, Standing.trust(registry, tld, authority, at));
        if (then == Standing.Then.SILENCE) return Decision.nothing("the mail failed its own domain's DMARC (P2)");
        if (then == Standing.Then.REFUSE) return refused(registry, mail, tld, why(mail, sent.form()), at);
        boolean theirs = relation != Standing.Relation.APPLICANT;
        Forms.Checked checked = Forms.check(sent.form(), theirs, registry.rules());
        Case matter = matter(registry, sent, tld, relation == Standing.Relation.TECH ? mail.from().orElseThrow() : authority.admin(), offset, at);
        if (!checked.good()) return Corrections.ask(registry, sent, matter, checked.defects(), relation, at);
        Matter.Origin origin = origin(relation, sent);
        List<Matter.Applicant> applicants = applicants(registry, mail, relation);
        boolean role = checked.newcomers().stream().anyMatch(Matter.Newcomer::role) && registry.rules().ssc().role() == Rules.RolePolicy.ASK;
        Optional<String> strange = Oddities.asks(Oddities.of(registry, tld, authority.admin(), checked.newcomers().stream().map(Matter.Newcomer::person).toList()));
        boolean odd = role || strange.isPresent();
        String reason = reason(relation, proof, role) + strange.map(kinds -> ", " + kinds + " (N34)").orElse("");
        Optional<Amendment> amendment = Changes.in(registry, sent, tld, relation, checked.newcomers());
        if (amendment.isPresent()) {
            boolean sure = !odd && !unseen && (then == Standing.Then.ACT || then == Standing.Then.ACT_PROVISIONALLY);
            Admissions.Act act = new Admissions.Act(then == Standing.Then.ACT_PROVISIONALLY, reason, authority, registry.nextCase(offset + 1));
            return change(registry, matter, amendment.get(), checked.newcomers(), relation, proof, sent, act, sure, at).and(then == Standing.Then.QUESTION_AND_TELL ? Oversight.forgery(registry, matter, mail, at) : Decision.EMPTY);
        }
        if (relation == Standing.Relation.TECH) return TechContact.nothingNew(registry, mail, tld, checked.newcomers(), at);
        if (!odd && !unseen && (then == Standing.Then.ACT || then == Standing.Then.ACT_PROVISIONALLY)) {
            Admissions.Act act = new Admissions.Act(then == Standing.Then.ACT_PROVISIONALLY, reason, authority, registry.nextCase(offset + 1));
            return Admissions.admit(registry, matter, checked.newcomers(), applicants, origin, act, at).and(superseding(registry, matter, checked.newcomers(), at));
        }
        Matter.Admission wish = new Matter.Admission(origin, checked.newcomers(), applicants);
        return question(registry, matter.about(wish), wish, relation, proof, sent, Journal.of("", reason).evidence(authority), at)
                .and(then == Standing.Then.QUESTION_AND_TELL ? Oversight.forgery(registry, matter, mail, at) : Decision.EMPTY);
    }

    /// People who are members already would have other data, or leave (R047, R048).
    ///
    /// @param sure it may be done at once
    private static Decision change(Registry registry, Case matter, Amendment wish, List<Matter.Newcomer> named, Standing.Relation relation, Standing.Proof proof, Submissions.Sent sent, Admissions.Act act, boolean sure, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Amendment fits = wish.fitting(registry.membersOf(tld).size(), registry.rules().ssc().max());
        List<Matter.Applicant> applicants = applicants(registry, sent.mail(), relation);
        Matter.Change change = new Matter.Change(Changes.cause(relation, sent), fits, sure ? List.of() : applicants);
        if (fits.nothing()) {
            Matter.Admission noPlace = new Matter.Admission(origin(relation, sent), wish.added(), applicants);
            // who has to go is the admin contact's to say, whoever brought the form
            return question(registry, matter.about(noPlace).asking(act.authority().address().orElseThrow()), noPlace, relation, proof, sent, Journal.of("", act.reason() + ", no place left").evidence(act.authority()), at);
        }
        Decision later = Changes.overflow(registry, matter, new Matter.Change(change.cause(), fits, applicants), wish.added().subList(fits.added().size(), wish.added().size()), act.spare(), at);
        Optional<Address> delegate = relation == Standing.Relation.DELEGATE || relation == Standing.Relation.TECH ? sent.mail().from() : Optional.empty();
        if (sure) return Amendments.apply(registry, matter.asking(act.authority().address().orElseThrow()), change, delegate, act, at).and(superseding(registry, matter, fits.added(), at)).and(later)
                .and(change.cause() == Matter.Cause.MODIFIED ? Decision.EMPTY : unchanged(registry, tld, wish, named));
        return question(registry, matter.about(change), change, relation, proof, sent, Journal.of("", act.reason()).evidence(act.authority()), at).and(later);
    }

    /// Whom the form named as he is has been said yes to, if he was taken over (N40).
    private static Decision unchanged(Registry registry, Tld tld, Amendment wish, List<Matter.Newcomer> named) {
        List<Member> same = registry.membersOf(tld).stream().filter(member -> wish.changed().stream().noneMatch(turn -> turn.before().equals(Amendment.Entry.of(member)))
                && !wish.removed().contains(Amendment.Entry.of(member))).toList();
        return Imports.confirmed(same, named.stream().map(Matter.Newcomer::person).toList());
    }

    /// The admin contact's own word ends the questions about his own earlier wishes; those about the same people have
    /// been ended with the act.
    private static Decision superseding(Registry registry, Case matter, List<Matter.Newcomer> admitted, Moment at) {
        Decision decision = Decision.EMPTY;
        for (Case other : registry.casesOf(matter.tld().orElseThrow())) {
            if (other.number() == matter.number() || !Questions.asks(other) || Questions.unproved(other.matter())) continue;
            boolean own = switch (other.matter()) {
                case Matter.Admission wish -> wish.applicants().isEmpty() && !admitted.containsAll(wish.newcomers());
                case Matter.Change wish -> wish.applicants().isEmpty();
                default -> false;
            };
            if (!own) continue;
            Case ended = other.spent(Issued.Purpose.VERDICT).at(new Stage.Ended(Stage.Outcome.SUPERSEDED, at.now(), Optional.empty()));
            decision = decision.and(new Change.CaseSaved(ended)).and(Journal.of("superseded", "the admin contact has answered since", other, ended));
        }
        return decision;
    }

    static Decision question(Registry registry, Case matter, Matter wish, Standing.Relation relation, Standing.Proof proof, Submissions.Sent sent, Journal why, Moment at) {
        Mail mail = sent.mail();
        Tld tld = matter.tld().orElseThrow();
        boolean admin = relation == Standing.Relation.ADMIN_CONTACT || relation == Standing.Relation.TECH;
        boolean answer = sent.answers().filter(held -> !held.spent() && mail.isFrom(held.issued().to()) && held.matter().tld().filter(tld::equals).isPresent()).isPresent() && !mail.failed() && mail.redirectedBy().isEmpty();
        boolean proved = mail.authenticated() || (admin && (answer || (proof != Standing.Proof.NONE && proof != Standing.Proof.FAILED)));
        List<Member> present = registry.membersOf(tld);
        if (!proved && registry.counted(Submissions.blockKey(tld), at.now().minus(registry.rules().times().blockLasts())) > 0)
            return refused(registry, mail, tld, Content.Why.NOT_NOW, at);
        if (mail.authenticated() && !admin && registry.counted(Submissions.deniedKey(tld, mail.from().orElseThrow()), at.now().minus(registry.rules().times().denyCoolDown())) > 0)
            return refused(registry, mail, tld, Content.Why.NOT_NOW, at);
        Decision received = admin ? Decision.EMPTY : received(registry, mail, tld, wish, sent.before(), at);
        if (wish instanceof Matter.Admission admission && admission.newcomers().stream().allMatch(newcomer -> Imports.known(present, newcomer.person()))) return already(registry, mail, matter, admission, relation, received, at);
        if (pending(registry, matter, wish, proved, sent.before())) return Decision.of(Journal.of("nothing", "the same is already asked (L20)", tld)).and(mail.authenticated() ? Decision.EMPTY : received);
        Decision raised = Questions.raise(registry, matter, proved, sent.before(), why, at);
        boolean waits = raised.letters().isEmpty() && admin && mail.authenticated();
        return raised.and(waits ? waiting(registry, mail, tld, sent.before(), at) : received);
    }

    /// An authenticated admin contact hears that his wish waits for its turn; once for all that one mail asks.
    static Decision waiting(Registry registry, Mail mail, Tld tld, Decision before, Moment at) {
        Content told = new Content.Done(List.of(new Content.Result(tld, Content.Result.Became.WAITING, List.of(), List.of(), List.of(), false)));
        if (before.letters().stream().anyMatch(letter -> letter.content().equals(told))) return Decision.EMPTY;
        return Answering.answer(registry, mail, true, told, mail.language(), at);
    }

    /// Received, waiting (L36): one per mail, and the same whether the person is a member, is asked about or is new (P5).
    private static Decision received(Registry registry, Mail mail, Tld tld, Matter wish, Decision before, Moment at) {
        if (before.letters().stream().anyMatch(letter -> letter.content() instanceof Content.Received)) return Decision.EMPTY;
        Content.LastDay last = Days.last(registry, Optional.of(tld), at.now(), registry.rules().times().failureDays());
        boolean change = wish instanceof Matter.Change && mail.authenticated() && mail.from().filter(from -> Changes.inside(registry, tld, from)).isPresent();
        Content content = change ? new ChangeContent.ChangeReceived(tld, last) : new Content.Received(tld, last);
        return Answering.answer(registry, mail, false, content, mail.language(), at);
    }

    /// The same people are before the admin contact already: a second mail changes nothing, unless it is the first proved one.
    private static boolean pending(Registry registry, Case matter, Matter wish, boolean proved, Decision before) {
        return Questions.cases(registry, matter.tld().orElseThrow(), before).stream()
                .filter(Case::open)
                .filter(other -> !(proved && Questions.unproved(other.matter())))
                .anyMatch(other -> switch (wish) {
                    case Matter.Admission admission -> (other.matter() instanceof Matter.Admission asked && asked.newcomers().equals(admission.newcomers()))
                            || (other.matter() instanceof Matter.ReplaceWhom replace && admission.newcomers().contains(replace.newcomer()));
                    case Matter.Change change -> other.matter() instanceof Matter.Change asked && asked.effect().equals(change.effect());
                    case Matter.Appointment appointment when appointment.unproved() -> other.matter() instanceof Matter.Appointment asked && Questions.unproved(asked);
                    default -> other.matter().equals(wish);
                });
    }

    /// Already subscribed: told to the IANA or the stored address alone (P5), never lowering anything (L21).
    private static Decision already(Registry registry, Mail mail, Case matter, Matter.Admission wish, Standing.Relation relation, Decision received, Moment at) {
        Tld tld = matter.tld().orElseThrow();
        Decision nothing = Decision.of(Journal.of("nothing new", "everybody in the form is a member already (L21)", tld));
        boolean stored = mail.authenticated() && mail.from().filter(from -> registry.membersWith(from).stream().anyMatch(member -> member.tld().equals(tld))).isPresent();
        if (relation != Standing.Relation.ADMIN_CONTACT && !stored) return nothing.and(received);
        Content.Result result = new Content.Result(tld, Content.Result.Became.NOTHING_NEW, List.of(), List.of(), wish.newcomers().stream().map(Matter.Newcomer::person).toList(), false);
        return nothing.and(Answering.answer(registry, mail, mail.authenticated(), new Content.Done(List.of(result)), mail.language(), at));
    }

    private static Decision refused(Registry registry, Mail mail, Tld tld, Content.Why why, Moment at) {
        return Decision.of(Journal.of("refused", why.name(), tld)).and(Answering.answer(registry, mail, false, new Content.NotAuthorised(Optional.of(tld), why), mail.language(), at));
    }

    private static Content.Why why(Mail mail, Form form) {
        boolean among = form.filled().stream().anyMatch(entry -> entry.email().value().stream().anyMatch(addresses -> addresses.stream().anyMatch(mail::isFrom)));
        return among ? Content.Why.ONE_PERSON_ONLY : Content.Why.NOT_THE_ADMIN_CONTACT;
    }

    private static Matter.Origin origin(Standing.Relation relation, Submissions.Sent sent) {
        return switch (relation) {
            case ADMIN_CONTACT -> sent.held().filter(held -> held.matter().matter() instanceof Matter.Invitation).isPresent() ? Matter.Origin.INVITED : Matter.Origin.LEAFLET;
            case ADMIN_IN_CC, DELEGATE, COLLEAGUE, TECH -> Matter.Origin.REPRESENTATIVE;
            default -> Matter.Origin.APPLICATION;
        };
    }

    private static List<Matter.Applicant> applicants(Registry registry, Mail mail, Standing.Relation relation) {
        if (relation == Standing.Relation.ADMIN_CONTACT) return List.of();
        return List.of(applicant(registry, mail));
    }

    /// Where news of the case goes: to the From address when it is authenticated, else to the envelope's sender (MAIL_RULES 20).
    static Matter.Applicant applicant(Registry registry, Mail mail) {
        Address from = mail.from().orElseThrow();
        Address news = mail.authenticated() ? from : mail.envelope().returnPath().filter(path -> !registry.rules().list().owns(path)).orElse(from);
        return new Matter.Applicant(news, mail.authenticated(), mail.language());
    }

    /// The case that goes on: the invitation or correction that was answered, the open invitation of this ccTLD when the
    /// admin contact answers without its secret, else a new one.
    private static Case matter(Registry registry, Submissions.Sent sent, Tld tld, Address admin, int offset, Moment at) {
        Optional<Case> answered = sent.held().map(Bearings.Held::matter)
                .filter(matter -> matter.matter() instanceof Matter.Invitation || matter.matter() instanceof Matter.Correction || matter.matter() instanceof Matter.Modify)
                .filter(matter -> matter.tld().map(tld::equals).orElse(offset == 0 && matter.matter() instanceof Matter.Correction))
                .map(matter -> matter.of(tld));
        Optional<Case> invited = sent.mail().isFrom(admin) && sent.mail().authenticated()
                ? registry.casesOf(tld).stream().filter(matter -> matter.open() && matter.matter() instanceof Matter.Invitation).findFirst()
                : Optional.empty();
        return answered.or(() -> invited).orElseGet(() -> new Case(registry.nextCase(offset), Optional.of(tld), new Matter.Correction(sent.form(), sent.mail().from().orElseThrow(), List.of()),
                new Stage.Queued(), admin, sent.form().language(), at.now(), List.of(), false)).in(sent.form().language()).asking(admin);
    }

    private static String reason(Standing.Relation relation, Standing.Proof proof, boolean role) {
        String who = switch (relation) {
            case ADMIN_CONTACT -> "From is the admin contact";
            case ADMIN_IN_CC -> "the admin contact is in Cc (X02)";
            case APPLICANT -> "an SSC's own request (R037)";
            case DELEGATE -> "From is the registered delegate (X31)";
            case COLLEAGUE -> "an SSC, about a colleague who can not be reached (N21)";
            case TECH -> "From is the technical contact (X03)";
            default -> relation.name();
        };
        String how = switch (proof) {
            case SIGNED -> "signed by the key on file (R012)";
            case BOTH -> "both proofs (P2)";
            case AUTHENTICATED -> "authenticated, no token (P2)";
            case TOKEN -> "token only (P2, P6)";
            case NONE -> "no proof (P2)";
            case FAILED -> "failed DMARC (P2)";
        };
        return who + ", " + how + (role ? ", a role address (X24)" : "");
    }
}
