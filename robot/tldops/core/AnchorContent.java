package tldops.core;

import java.util.List;
import java.util.Optional;

/// Letters about another admin contact at IANA (MAIL_RULES 34).
public sealed interface AnchorContent extends Content {
    /// To the address that IANA named before: one letter for all its ccTLDs. What it held acts no more.
    ///
    /// @param now whom IANA names
    record ContactMoved(List<Tld> tlds, Address now) implements AnchorContent {}

    /// To the new contact: are these the contacts of your ccTLDs? One letter for all of them.
    ///
    /// @param until until then changes need both proofs; empty when there is no cool-down
    record Reconfirm(List<Entrusted> entries, Optional<Content.LastDay> until) implements AnchorContent {}

    /// @param last day on which an answer counts
    record Entrusted(Tld tld, List<Member> members, Content.LastDay last) {}

    /// What came of the answer.
    ///
    /// @param confirmed those whose contacts are confirmed now
    /// @param denied those of which the answer said no; nobody is removed
    record Reconfirmed(List<Tld> confirmed, List<Tld> denied) implements AnchorContent {}

    /// The secret came back and the mail proved nothing: that is not enough for now.
    ///
    /// @param until when it is again; empty when it never is here (`authority.proof = both`)
    record CoolingDown(List<Tld> tlds, Optional<Content.LastDay> until) implements AnchorContent {}

    /// To the Secretariat.
    record ContactsNews(List<Tld> tlds, News news, Optional<Address> before, Optional<Address> now, int days) implements AnchorContent {
        public enum News { CHANGED, RECONFIRMED, DENIED, UNANSWERED, UNDELIVERED }
    }
}
