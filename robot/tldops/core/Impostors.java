package tldops.core;

import java.net.IDN;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Mail whose From could be taken for an admin contact's address and is another, or shows that address only in the name
/// beside it (MAIL_RULES 7, 8, 31). The Secretariat hears of it, within a quota; the admin contact is not written to.
final class Impostors {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int A_DAY = 10;
    private static final Duration LETTER_LIVES = Duration.ofDays(10);

    private Impostors() {}

    /// @param stops it has the look of the address itself: nothing that it asks for is done
    record Found(boolean stops, Decision told) {}

    /// Who the mail could be taken for; empty when for nobody.
    static Optional<Found> of(Registry registry, Mail mail, Request request, Facts facts, Moment at) {
        if (mail.from().isEmpty() && mail.shown().isEmpty()) return Optional.empty();
        Map<Tld, Address> admins = admins(registry, mail, request, facts);
        if (admins.isEmpty()) return Optional.empty();
        // whoever is known by his own address speaks for himself, whatever another is made to look like
        boolean known = mail.from().filter(from -> admins.containsValue(from.untagged()) || Mailings.onList(registry, from)).isPresent();
        Optional<String> from = mail.from().filter(_ -> !known).map(address -> look(address.toString(), registry.rules()));
        Map<String, String> shown = new HashMap<>();
        for (String text : mail.shown()) shown.putIfAbsent(look(text, registry.rules()), text);
        for (Map.Entry<Tld, Address> admin : admins.entrySet()) {
            // his own mailbox, with a tag or without
            if (mail.from().map(Address::untagged).filter(admin.getValue()::equals).isPresent()) continue;
            String look = look(admin.getValue().toString(), registry.rules());
            if (from.filter(look::equals).isPresent()) return Optional.of(new Found(true, told(registry, admin.getKey(), admin.getValue(), mail.from().get().toString(), "", at)));
            Optional<String> beside = Optional.ofNullable(shown.get(look));
            if (beside.isPresent()) return Optional.of(new Found(mail.from().isEmpty(), told(registry, admin.getKey(), admin.getValue(), beside.get(), mail.from().map(Address::exact).orElse(""), at)));
        }
        return Optional.empty();
    }

    /// The admin contacts that this mail is about, as far as they are known without asking anybody more.
    private static Map<Tld, Address> admins(Registry registry, Mail mail, Request request, Facts facts) {
        Map<Tld, Address> admins = new TreeMap<>();
        boolean answers = request instanceof Request.FilledIn || request instanceof Request.Answered || mail.from().isEmpty();
        if (answers) for (Case matter : registry.openCases())
            if (!matter.matter().personal()) matter.tld().filter(_ -> matter.matter() instanceof Matter.Invitation || Questions.asks(matter)).ifPresent(tld -> admins.put(tld, matter.asked()));
        facts.authorities().forEach((tld, authority) -> authority.address().ifPresent(admin -> admins.put(tld, admin)));
        return admins;
    }

    /// The look of what stands in From: the domain as it is shown to people.
    private static String look(String text, Rules rules) {
        int at = text.lastIndexOf('@');
        String domain = text.substring(at + 1);
        return rules.looks().skeleton().apply(text.substring(0, Math.max(0, at)).toLowerCase(Locale.ROOT)) + "@" + rules.looks().skeleton().apply(IDN.toUnicode(domain));
    }

    private static Decision told(Registry registry, Tld tld, Address admin, String shown, String counts, Moment at) {
        Decision noted = Decision.of(Journal.of("posing", counts.isEmpty() ? "From could be taken for the admin contact's address and is another (MAIL_RULES 8)"
                : "the admin contact's address stands in the name beside another (MAIL_RULES 7, 31)", tld).people(List.of(shown)));
        String key = "posing:" + tld.label();
        List<Address> secretariat = registry.rules().secretariat().stream().sorted().toList();
        int today = registry.counted("posing:", at.now().minus(DAY));
        boolean often = registry.counted(key, at.now().minus(DAY)) > 0 || today >= A_DAY;
        if (secretariat.isEmpty() || often) return noted;
        List<String> foreign = IDN.toUnicode(shown).codePoints().filter(c -> c > 0x7e).distinct().limit(10)
                .mapToObj(c -> String.format(Locale.ROOT, "U+%04X %s", c, Optional.ofNullable(Character.getName(c)).orElse("unassigned"))).toList();
        Content content = new TrapContent.Posing(tld, admin, exact(shown), foreign, counts, today == A_DAY - 1, at.now());
        return noted.and(new Change.Counted(key, at.now()), new Change.Counted("posing:", at.now()))
                .and(new Letter(at.name("posing " + tld.label(), 16), content, Language.EN, secretariat, List.of(), Optional.empty(), false, Optional.empty(), 0,
                        Letter.Envelope.VERP, false, false, at.now().plus(LETTER_LIVES)));
    }

    private static String exact(String shown) {
        return Address.parse(shown).map(Address::exact).orElseGet(() -> Clean.header(shown));
    }
}
