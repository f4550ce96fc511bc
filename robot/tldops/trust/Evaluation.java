package tldops.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.core.Authentication.Policy;
import tldops.core.Authentication.Sureness;
import tldops.mail.Header;

/// Our own judgement of who sent a mail, where no border server of ours has judged (MAIL_RULES 4, 5, 9; RFC 9989 5.3): DMARC of
/// the domain of From, the signatures of that domain, and, where we are the border ourselves, SPF. Given the bytes and the answers
/// of the DNS it always comes to the same end. Nobody's Authentication-Results are looked at.
///
/// The DNS is asked for nothing that could not make the sender sure: a forger's own domains cost no look-up.
public final class Evaluation {
    /// Signatures tried of one mail (RFC 6376 8.4).
    private static final int SIGNATURES = 5;

    /// What a domain wants to be known by.
    private enum Alignment { ALIGNED, NOT, UNANSWERED }

    private final TreeWalk author;
    private final DmarcRecord policy;
    private final Dns dns;
    private Set<String> signers = Set.of();
    /// A look-up on which alignment hangs was not answered.
    private boolean unsure;

    private Evaluation(TreeWalk author, DmarcRecord policy, Dns dns) {
        this.author = author;
        this.policy = policy;
        this.dns = dns;
    }

    /// @param headers of the mail itself, top first
    /// @param from the one address of From; empty when there is no such single ASCII address (rules 6, 8)
    /// @param client who brought it, where we are the border; empty: there is no SPF, and a mail can not fail
    /// @param dns limited by [Ration]
    /// @return [Authentication#awaited] when the DNS did not answer what it hangs on
    public static Authentication judge(byte[] raw, List<Header> headers, Optional<Address> from, Optional<Client> client, Instant arrived, Dns dns) {
        if (from.isEmpty()) return Authentication.none("From is not one address (rule 6)");
        String domain = from.get().domain();
        TreeWalk walk = TreeWalk.from(domain, dns);
        Optional<DmarcRecord> policy = walk.policy().filter(record -> record.domain().equals(domain) || walk.silent().isEmpty());
        if (policy.isEmpty())
            return walk.silent().map(why -> Authentication.awaited("dmarc=temperror for " + domain + ": " + why)).orElseGet(() -> Authentication.none("dmarc=none for " + domain + ": nothing is published"));
        Evaluation evaluation = new Evaluation(walk, policy.get(), dns);
        return evaluation.judged(SignedMail.of(raw), headers, client, arrived).under(evaluation.wanted(), evaluation.signers);
    }

    private Authentication judged(SignedMail mail, List<Header> headers, Optional<Client> client, Instant arrived) {
        List<Dkim.Checked> checked = signatures(mail, arrived);
        signers = checked.stream().filter(Dkim.Checked::holds).map(one -> one.signature().domain()).collect(Collectors.toUnmodifiableSet());
        String found = "dkim " + (checked.isEmpty() ? "none of it" : checked.stream().map(Dkim.Checked::words).collect(Collectors.joining(", dkim ")));
        if (checked.stream().anyMatch(Dkim.Checked::holds)) return sure(found, headers, arrived);
        if (unsure || checked.stream().anyMatch(one -> one.outcome() == Dkim.Outcome.UNANSWERED)) return Authentication.awaited(said("temperror") + ": " + found);
        Optional<Spf.Checked> spf = client.flatMap(this::spf);
        found += spf.map(one -> "; spf " + one.words()).orElse(client.isPresent() ? "; spf none of it" : "");
        boolean straight = spf.filter(Spf.Checked::passes).isPresent();
        List<Dkim.Checked> open = checked.stream().filter(one -> one.outcome() == Dkim.Outcome.POLICY).toList();
        if (straight && open.stream().anyMatch(one -> Doubts.STRAIGHT.containsAll(one.signature().uncovered(mail::has)))) return sure(found, headers, arrived);
        if (straight) return Authentication.none(said("pass") + " rests on SPF alone: " + found);
        if (!open.isEmpty()) return Authentication.none(said("pass") + " by a signature that leaves too much open: " + found);
        if (unsure || spf.filter(Spf.Checked::unanswered).isPresent()) return Authentication.awaited(said("temperror") + ": " + found);
        if (client.isEmpty()) return Authentication.none(said("unknown") + ": " + found + "; this door can not ask SPF");
        return new Authentication(Sureness.FAILED, said("fail") + ": " + found);
    }

    private Authentication sure(String found, List<Header> headers, Instant arrived) {
        return Doubts.of(headers, arrived).map(Authentication::none).orElseGet(() -> new Authentication(Sureness.AUTHENTICATED, said("pass") + ": " + found));
    }

    private String said(String result) {
        String where = policy.domain().equals(author.start()) ? "" : " at " + policy.domain();
        return "dmarc=" + result + " (p=" + policy.wanted(author.start(), true).name().toLowerCase(Locale.ROOT) + where + ") for " + author.start();
    }

    /// Those that can speak for the domain of From, the first of them; strangers' signatures say nothing of it.
    private List<Dkim.Checked> signatures(SignedMail mail, Instant arrived) {
        List<Dkim.Checked> checked = new ArrayList<>();
        Set<String> tried = new LinkedHashSet<>();
        for (String field : mail.signatures()) {
            Optional<DkimSignature> signature = DkimSignature.read(field);
            if (signature.isEmpty() || !near(signature.get().domain()) || tried.size() == SIGNATURES || !tried.add(field)) continue;
            switch (alignment(signature.get().domain(), policy.strictDkim())) {
                case ALIGNED -> checked.add(Dkim.check(mail, signature.get(), arrived, dns));
                case UNANSWERED -> unsure = true;
                case NOT -> { }
            }
        }
        return checked;
    }

    private Optional<Spf.Checked> spf(Client client) {
        Optional<String> domain = Spf.domain(client).filter(this::near);
        if (domain.isEmpty()) return Optional.empty();
        Alignment alignment = alignment(domain.get(), policy.strictSpf());
        unsure |= alignment == Alignment.UNANSWERED;
        return alignment == Alignment.ALIGNED ? Optional.of(Spf.check(client, domain.get(), dns)) : Optional.empty();
    }

    /// Whether it can be aligned at all, seen without asking for anything.
    private boolean near(String domain) {
        String organisation = author.organisation();
        if (author.silent().isPresent()) organisation = organisation.substring(organisation.lastIndexOf('.') + 1);
        return !domain.isEmpty() && (domain.equals(author.start()) || domain.equals(organisation) || domain.endsWith("." + organisation));
    }

    /// RFC 9989 4.4.
    private Alignment alignment(String domain, boolean strict) {
        if (domain.equals(author.start())) return Alignment.ALIGNED;
        if (strict) return Alignment.NOT;
        if (author.silent().isPresent()) return Alignment.UNANSWERED;
        TreeWalk walk = TreeWalk.from(domain, dns);
        if (walk.silent().isPresent()) return Alignment.UNANSWERED;
        // a record at a top-level domain that does not say psd=y makes no organisation of all who registered below it
        boolean one = walk.organisation().equals(author.organisation()) && author.organisation().contains(".");
        return one ? Alignment.ALIGNED : Alignment.NOT;
    }

    /// What the domain wants done with what is not its own; a domain that only tries its policy (t=y) asks for rewriting, which
    /// is what we do.
    private Policy wanted() {
        boolean differs = !policy.domain().equals(author.start()) && policy.np().isPresent();
        return policy.wanted(author.start(), !differs || exists(author.start())) == DmarcRecord.Wish.NONE ? Policy.NONE : Policy.STRICT;
    }

    /// RFC 9989 3.2.12: a name with neither addresses nor mail servers is none.
    private boolean exists(String domain) {
        for (Dns.Kind kind : List.of(Dns.Kind.MX, Dns.Kind.A, Dns.Kind.AAAA)) {
            switch (dns.ask(domain, kind)) {
                case Dns.Answer.Nothing(boolean noName) when noName -> {
                    return false;
                }
                case Dns.Answer.Nothing _ -> { }
                case Dns.Answer.Found _, Dns.Answer.Silent _ -> {
                    return true;
                }
            }
        }
        return false;
    }
}
