package tldops.core;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The part of the configuration that decisions rest on; every value's meaning and default stands in
/// config/tldops.conf.
public record Rules(
        MailingList list,
        Set<Address> secretariat,
        Ssc ssc,
        Trust trust,
        Quotas quotas,
        Times times,
        Urgent urgent,
        Keeping keeping,
        boolean oversightDecisions,
        Map<Tld, CcTld> ccTlds,
        Calendar listCalendar,
        Changes changes,
        Posting posting,
        Bulletins bulletins,
        Batches batches,
        Contacts contacts,
        Bounces bounces,
        Looks looks,
        Anchor anchor) {

    /// Who the robot is to the outside (X04, X05, X27).
    ///
    /// @param name `tld-ops`: every own address begins with it
    /// @param domain the canonical domain, `lists.dns-oarc.net` in the seeds
    /// @param aliases other domains whose mail reaches us, accepted on input
    public record MailingList(String name, String domain, List<String> aliases, Map<String, String> urls) {
        public Address post() {
            return new Address(name, domain);
        }

        /// Whether mail to it is a post: the list's address itself, under any alias.
        public boolean isPost(Address address) {
            return address.local().equalsIgnoreCase(name) && (address.domain().equals(domain) || aliases.contains(address.domain()));
        }

        public Address request() {
            return new Address(name + "-request", domain);
        }

        public Address owner() {
            return new Address(name + "-owner", domain);
        }

        /// Where an answer to a letter that carries this token goes.
        public Address request(Token token) {
            return new Address(name + "-request+" + token.secret(), domain);
        }

        /// The envelope sender of a letter (VERP, MAIL_RULES 19).
        public Address bounces(String key) {
            return new Address(name + "-bounces+" + key, domain);
        }

        /// Whether an address is one of ours, in any case, under any alias, with any `+tag` (L03, L04).
        public boolean owns(Address address) {
            String local = address.untagged().key();
            local = local.substring(0, local.indexOf('@'));
            boolean ours = address.domain().equals(domain) || aliases.contains(address.domain());
            return ours && Set.of(name, name + "-request", name + "-owner", name + "-bounces", name + "-confirm", name + "-join", name + "-leave", name + "-subscribe", name + "-unsubscribe").contains(local);
        }

        /// Whether mail to it is for the request robot.
        public boolean takes(Address address) {
            return owns(address);
        }
    }

    /// @param max `ssc.max` (X01)
    /// @param role what a role-looking address leads to (X24)
    public record Ssc(int max, int recommendedMin, RolePolicy role, Set<String> roleNames) {}

    public enum RolePolicy { ASK, REFUSE, WARN }

    /// @param proof `authority.proof` (P2)
    /// @param sender `sender.policy` (X02)
    public record Trust(Proof proof, SenderPolicy sender, Password password) {}

    public enum Proof { ASK, EITHER, BOTH }

    public enum SenderPolicy { FROM_OR_CC, STRICT }

    /// `who.password` (X07).
    public enum Password { OPTIONAL, REQUIRED }

    /// @param sameWho in this time the same `who` is answered with a line that says when it was
    public record Quotas(int unknownPerDay, int knownPerHour, int perDomainPerHour, int unauthenticatedPerHour, int questionsPerAddressPerDay, Duration sameWho) {}

    /// @param reminderDays T1, working days
    /// @param failureDays T2, working days
    /// @param tokenOnlyHold P6
    /// @param undo P7
    /// @param ianaUnreachable `iana.unreachable-limit`: so long a question waits for IANA before the Secretariat is told
    public record Times(
            int reminderDays,
            int failureDays,
            int proofDays,
            int heldDays,
            Duration tokenOnlyHold,
            Duration undo,
            Duration ianaForDecisions,
            Duration ianaForTheRest,
            Duration ianaUnreachable,
            Duration answersLive,
            Duration denyCoolDown,
            Duration blockLasts,
            Duration lateLimit) {}

    /// `urgent .xx` (N13).
    ///
    /// @param step without an answer the next rank is asked after it
    public record Urgent(Duration step, int perMemberHour, int perMemberDay, int perTldHour) {}

    /// @param mail `store.keep-mail`
    /// @param personal `store.keep-personal`: after somebody has left
    public record Keeping(Duration mail, Period personal) {}

    /// @param delegates `authority.delegates` (X31)
    public record Changes(boolean delegates) {}

    /// Mail to the list (`list.posts`).
    ///
    /// @param usual the label of a post that has none (N35)
    /// @param replyTo where answers go when somebody presses "reply"
    /// @param from whether the list's own address takes the place of an author's (L46)
    /// @param reportAfter when an author is told who could not be reached (L09)
    /// @param perHour posts of one author; beyond it he is asked before more go to all (MAIL_RULES 22)
    /// @param archived whether posts are kept in a folder (`list.posts.archive`)
    public record Posting(Tlp usual, ReplyTo replyTo, FromLine from, Duration reportAfter, int perHour, boolean archived) {
        public Posting(Tlp usual, ReplyTo replyTo, FromLine from, Duration reportAfter) {
            this(usual, replyTo, from, reportAfter, 10, false);
        }
    }

    public enum ReplyTo { AUTHOR, LIST, BOTH }

    public enum FromLine { AUTO, KEEP, REWRITE }

    /// @param newMembers whether the notification names who joined (X14)
    public record Bulletins(boolean newMembers) {
        public static final Bulletins USUAL = new Bulletins(true);
    }

    /// How the ccTLDs are invited, batch by batch (R066-R070, X30).
    ///
    /// @param running whether batches leave before anybody has said `start` or `hold`
    /// @param excluded never invited, whatever the campaign says
    /// @param testPause working days after which the next step comes though cases of a test batch are still open
    public record Batches(boolean running, int perWeek, List<Tld> test1, List<Tld> test2, Set<Tld> excluded, int testPause) {
        public static final Batches NONE = new Batches(false, 10, List.of(), List.of(), Set.of(), 10);
    }

    /// How contacts stay true (R108, L40).
    ///
    /// @param validateAfter an address from which nothing came for so long is asked; zero = never
    /// @param warnDays working days between the letters
    /// @param perDay addresses that are asked for the first time, at most
    public record Contacts(Period validateAfter, int warnDays, int perDay) {
        public static final Contacts NEVER = new Contacts(Period.ZERO, 10, 10);

        public boolean on() {
            return !validateAfter.isZero();
        }
    }

    /// When mail that comes back makes an address unreachable (N21).
    ///
    /// @param hardDays days on which the report said that nobody has the address
    /// @param otherDays days of thirty on which it came back for any reason that counts
    public record Bounces(int hardDays, int otherDays) {
        public static final Bounces USUAL = new Bounces(2, 5);
    }

    /// What an address is judged by before it is taken (N34).
    ///
    /// @param freeMail `ssc.free-mail`: domains at which anybody gets a mailbox
    /// @param skeleton the same for texts that look the same (UTS 39 4); knows nothing but its text
    public record Looks(Set<String> freeMail, UnaryOperator<String> skeleton) {
        /// Everybody sees each letter for what it is.
        public static final Looks NONE = new Looks(Set.of(), text -> text);
    }

    /// What happens when IANA names another contact, and whom of its contacts the robot hears (MAIL_RULES 34, X03).
    ///
    /// @param tech `authority.roles` names the technical contact, too
    /// @param coolDown working days after a change in which changes need both proofs; 0 = none
    /// @param apart so far apart two readings have to be
    /// @param most so many ccTLDs, or that share of those that are watched, may change at a time
    public record Anchor(boolean tech, int coolDown, Duration apart, int most, int percent) {
        public static final Anchor USUAL = new Anchor(false, 5, Duration.ofHours(6), 20, 10);
    }

    public boolean secretariat(Address address) {
        return secretariat.contains(address);
    }

    public CcTld ccTld(Tld tld) {
        CcTld known = ccTlds.get(tld);
        if (known == null) throw new IllegalArgumentException("no ccTLD: " + tld.label());
        return known;
    }

    public boolean knows(Tld tld) {
        return ccTlds.containsKey(tld);
    }
}
