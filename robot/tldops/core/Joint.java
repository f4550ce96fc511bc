package tldops.core;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A form in answer to a letter that asked for several ccTLDs: each ccTLD that the form names is handled with its own
/// secret, one by one (MAIL_RULES 14, N09). A secret alone names none: the letter brought all of them along.
final class Joint {
    private Joint() {}

    /// Empty when the mail does not bring the secrets of several invitations, or all is as for any other form.
    static Optional<Decision> came(Registry registry, Mail mail, Form form, Facts facts, Moment at) {
        Map<Tld, Set<String>> secrets = secrets(registry, mail);
        if (secrets.size() < 2) return Optional.empty();
        if (form.tlds().isEmpty()) {
            Submissions.Sent sent = new Submissions.Sent(mail, form, Optional.empty(), Optional.empty(), facts, Decision.EMPTY);
            return Optional.of(Choices.ask(registry, sent, List.copyOf(secrets.keySet()), at));
        }
        Set<Tld> named = new java.util.TreeSet<>();
        for (Form.Field<Tld> field : form.tlds()) named.addAll(field.value());
        boolean stranger = form.tlds().stream().anyMatch(field -> field.value().stream().noneMatch(registry.rules()::knows))
                || named.stream().map(facts::of).anyMatch(authority -> authority instanceof Authority.NotAssigned || authority instanceof Authority.NoSuchTld);
        boolean defective = named.size() > 1 && !Forms.check(form, true, registry.rules()).good();
        // one letter tells of all that is wrong, as for any form about several
        if (stranger || defective) return Optional.empty();
        Set<String> all = new HashSet<>();
        secrets.values().forEach(all::addAll);
        Decision decision = Decision.EMPTY;
        int offset = 0;
        for (Tld tld : named) {
            Set<String> own = secrets.getOrDefault(tld, Set.of());
            List<Bearer> bearers = mail.bearers().stream().filter(bearer -> own.contains(bearer.token().hash()) || !all.contains(bearer.token().hash())).toList();
            List<Form.Field<Tld>> field = form.tlds().stream().filter(one -> one.value().contains(tld)).limit(1).toList();
            Form one = new Form(form.language(), form.entries(), field, form.statement(), form.quoted() && !own.isEmpty());
            decision = decision.and(Submissions.came(registry, mail.bearing(bearers), one, facts, decision, offset, at));
            offset += 2;
        }
        return Optional.of(Results.merged(decision));
    }

    /// The hashes of the secrets of invitations that the mail brings, by ccTLD; only those that were sent to its sender.
    private static Map<Tld, Set<String>> secrets(Registry registry, Mail mail) {
        Map<Tld, Set<String>> secrets = new TreeMap<>();
        for (Bearer bearer : mail.bearers()) {
            Optional<Case> matter = registry.caseOf(bearer.token());
            Optional<Issued> issued = matter.flatMap(found -> found.issued(bearer.token())).filter(one -> one.purpose() == Issued.Purpose.FORM && mail.isFrom(one.to()));
            if (issued.isEmpty()) continue;
            matter.flatMap(Case::tld).ifPresent(tld -> secrets.computeIfAbsent(tld, _ -> new HashSet<>()).add(bearer.token().hash()));
        }
        return secrets;
    }
}
