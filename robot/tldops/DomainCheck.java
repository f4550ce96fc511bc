package tldops;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tldops.cli.Rows;
import tldops.core.Rules;
import tldops.mail.Signing;
import tldops.trust.DomainRecords;

/// What the doctor asks the DNS about the list's domain: whether its mail arrives, and whether what it writes is believed
/// (RFC 5321 5.1, 7208, 6376, 7489; N39).
record DomainCheck(Office office, Optional<DomainRecords> dns) {
    /// Nobody's domains (RFC 2606, RFC 6761).
    private static final Set<String> INVENTED = Set.of("example", "test", "invalid", "localhost");

    @FunctionalInterface
    private interface Question {
        Rows.Finding ask() throws IOException;
    }

    List<Rows.Finding> all() {
        Rules.MailingList list = office.config().list();
        if (dns.isEmpty() && invented(list.domain()))
            return List.of(Doctor.doubtful("dns", list.domain() + " is a domain for examples; nothing was asked about it.", "Set list.domain when the trial is over."));
        DomainRecords records = dns.orElseGet(DomainRecords::ofTheSystem);
        List<Rows.Finding> found = new ArrayList<>();
        found.add(asked("mx " + list.domain(), () -> mx(records, list.domain(), true)));
        for (String alias : list.aliases()) if (dns.isPresent() || !invented(alias)) found.add(asked("mx " + alias, () -> mx(records, alias, false)));
        found.add(asked("spf", () -> spf(records, list.domain())));
        found.add(asked("dkim", () -> dkim(records)));
        found.add(asked("dmarc", () -> dmarc(records, list.domain())));
        if (office.config().send().mode() == Config.Send.Mode.SMTP) found.add(asked("ptr", () -> pointer(records, office.config().send().host())));
        return found;
    }

    private static boolean invented(String domain) {
        return INVENTED.contains(domain.substring(domain.lastIndexOf('.') + 1));
    }

    /// Without an answer nothing is known, which is neither good nor wrong (L33).
    private static Rows.Finding asked(String what, Question question) {
        try {
            return question.ask();
        } catch (IOException silent) {
            return Doctor.doubtful(what, "The DNS does not answer: " + silent.getMessage(), "Look at /etc/resolv.conf, then try again.");
        }
    }

    private static Rows.Finding mx(DomainRecords records, String domain, boolean needed) throws IOException {
        String what = "mx " + domain;
        String fix = "Publish an MX record for " + domain + " that names the mail server before the robot.";
        List<String> hosts = records.mx(domain);
        if (hosts.equals(List.of("0 ."))) return Doctor.wrong(what, "It says that it takes no mail (RFC 7505).", fix);
        if (hosts.isEmpty()) {
            boolean address = records.exists(domain);
            if (address) return Doctor.doubtful(what, "There is none; mail goes to the domain's own address.", fix);
            return needed ? Doctor.wrong(what, "There is none: no mail can arrive.", fix) : Doctor.doubtful(what, "There is none: no mail arrives under this alias.", fix);
        }
        for (String host : hosts) {
            String name = host.substring(host.indexOf(' ') + 1);
            if (!records.exists(name)) return Doctor.wrong(what, name + " has no address.", "Give " + name + " an address, or mend the MX record.");
        }
        return Doctor.good(what, String.join(", ", hosts));
    }

    private static Rows.Finding spf(DomainRecords records, String domain) throws IOException {
        List<String> found = records.texts(domain).stream().filter(text -> text.equals("v=spf1") || text.startsWith("v=spf1 ")).toList();
        if (found.size() > 1) return Doctor.wrong("spf", "There are " + found.size() + " records, so none counts (RFC 7208 4.5).", "Leave one TXT record v=spf1 at " + domain + ".");
        if (found.isEmpty()) return Doctor.doubtful("spf", "There is no record.", "Publish at " + domain + ": TXT \"v=spf1 mx -all\", with your relay's addresses.");
        return found.getFirst().contains("+all") ? Doctor.wrong("spf", "+all lets everybody write in its name.", "End it in -all.") : Doctor.good("spf", found.getFirst());
    }

    private Rows.Finding dkim(DomainRecords records) throws IOException {
        Optional<Signing> signing = office.assembly().signing();
        if (signing.isEmpty()) return Doctor.doubtful("dkim", "Letters are not signed.", "Set dkim.key and dkim.selector, or let the relay sign.");
        String name = signing.get() + "";
        String ours = publicKey(signing.get());
        String fix = "Publish at " + name + ": TXT \"v=DKIM1; k=rsa; p=" + ours + "\"";
        List<String> found = records.texts(name);
        if (found.isEmpty()) return Doctor.wrong("dkim", "There is no record at " + name + ": every signature fails.", fix);
        String said = found.getFirst().replaceAll("\\s", "");
        return said.contains("p=" + ours) ? Doctor.good("dkim", name + " holds our key.") : Doctor.wrong("dkim", "The key at " + name + " is not the one we sign with.", fix);
    }

    private static String publicKey(Signing signing) {
        if (!(signing.key() instanceof RSAPrivateCrtKey rsa)) throw new IllegalStateException("the DKIM key does not tell its public part");
        try {
            return Base64.getEncoder().encodeToString(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())).getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// At the domain itself or at one above it.
    private static Rows.Finding dmarc(DomainRecords records, String domain) throws IOException {
        for (String name = domain; name.contains("."); name = name.substring(name.indexOf('.') + 1)) {
            List<String> found = records.texts("_dmarc." + name).stream().filter(text -> text.startsWith("v=DMARC1")).toList();
            if (found.size() == 1) return Doctor.good("dmarc", found.getFirst() + (name.equals(domain) ? "" : " (at " + name + ")"));
            if (found.size() > 1) return Doctor.wrong("dmarc", "There are " + found.size() + " records at _dmarc." + name + ", so none counts.", "Leave one.");
        }
        return Doctor.doubtful("dmarc", "There is no record.", "Publish at _dmarc." + domain + ": TXT \"v=DMARC1; p=quarantine\"");
    }

    /// Receivers distrust a server whose address has no name that leads back to it.
    private static Rows.Finding pointer(DomainRecords records, String relay) throws IOException {
        InetAddress address = InetAddress.getByName(relay);
        if (address.isLoopbackAddress() || address.isSiteLocalAddress()) return Doctor.good("ptr", "The relay " + relay + " is on this machine or network; its public address is its own matter.");
        Optional<String> name = records.pointer(address);
        if (name.isEmpty()) return Doctor.doubtful("ptr", "The relay's address " + address.getHostAddress() + " has no name.", "Have its owner publish a PTR record, if it delivers by itself.");
        return Doctor.good("ptr", address.getHostAddress() + " is " + name.get().toLowerCase(Locale.ROOT) + ".");
    }
}
