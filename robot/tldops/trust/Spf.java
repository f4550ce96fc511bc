package tldops.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.DNSServiceEnabled;
import org.apache.james.jspf.core.MacroExpand;
import org.apache.james.jspf.core.MacroExpandEnabled;
import org.apache.james.jspf.core.SPFCheckEnabled;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.executor.SynchronousSPFExecutor;
import org.apache.james.jspf.impl.DefaultTermsFactory;
import org.apache.james.jspf.impl.SPF;
import org.apache.james.jspf.parser.RFC4408SPF1Parser;
import org.apache.james.jspf.wiring.WiringServiceTable;
import org.jspecify.annotations.Nullable;

/// Whether a client may send in the name of a domain (RFC 7208): jSPF decides, which counts ten terms, and we count what it does
/// not: hosts of an mx, look-ups that find nothing, the length of a record (RFC 7208 4.6.4).
final class Spf {
    private static final int HOSTS = 10;
    private static final int VOID = 2;
    private static final int LONGEST = 2048;

    /// @param word `pass`, `fail`, `softfail`, `neutral`, `none`, `temperror` or `permerror` (RFC 7208 2.6)
    /// @param domain whose word it is
    record Checked(String word, String domain) {
        boolean passes() {
            return word.equals("pass");
        }

        boolean unanswered() {
            return word.equals("temperror");
        }

        String words() {
            return word + " " + domain;
        }
    }

    private Spf() {}

    /// The domain that answers for a mail: that of MAIL FROM, of HELO when it is null (RFC 7208 2.4); empty when there is none.
    static Optional<String> domain(Client client) {
        String named = client.mailFrom().map(from -> from.domain()).orElse(client.helo()).toLowerCase(Locale.ROOT);
        String bare = named.endsWith(".") ? named.substring(0, named.length() - 1) : named;
        return Optional.of(bare).filter(host -> host.length() <= 253 && host.matches("([a-z0-9_-]{1,63}\\.)+[a-z][a-z0-9-]{0,62}"));
    }

    /// @param domain by [#domain]
    static Checked check(Client client, String domain, Dns dns) {
        Questions questions = new Questions(dns);
        try {
            SPF spf = new SPF(questions, GRAMMAR, MACROS, new SynchronousSPFExecutor(questions));
            String sender = client.mailFrom().map(Object::toString).orElse("");
            String word = spf.checkSPF(client.address(), sender, domain).getResult().toLowerCase(Locale.ROOT);
            return new Checked(questions.beyond() && !word.equals("temperror") ? "permerror" : word, domain);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return new Checked("permerror", domain);
        }
    }

    /// What jSPF asks, answered by our DNS within the limits.
    private static final class Questions implements DNSService {
        private final Dns dns;
        private final AtomicInteger found = new AtomicInteger();
        private boolean first = true;
        private boolean beyond;

        Questions(Dns dns) {
            this.dns = dns;
        }

        boolean beyond() {
            return beyond || found.get() > VOID;
        }

        @Override
        public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
            // records of that type are no more (RFC 7208 3.1)
            if (request.getRecordType() == DNSRequest.SPF || beyond()) return null;
            Dns.Kind kind = switch (request.getRecordType()) {
                case DNSRequest.A -> Dns.Kind.A;
                case DNSRequest.AAAA -> Dns.Kind.AAAA;
                case DNSRequest.MX -> Dns.Kind.MX;
                case DNSRequest.PTR -> Dns.Kind.PTR;
                default -> Dns.Kind.TXT;
            };
            String name = request.getHostname();
            Dns.Answer answer = dns.ask(name.endsWith(".") ? name.substring(0, name.length() - 1) : name, kind);
            if (answer instanceof Dns.Answer.Silent(var why)) throw new TimeoutException(why);
            List<String> values = new ArrayList<>(Dns.values(answer));
            // the first is the domain's own record, which is no term's
            if (values.isEmpty() && !first) found.incrementAndGet();
            first = false;
            values.removeIf(String::isEmpty);
            if ((kind == Dns.Kind.MX && values.size() > HOSTS) || (kind == Dns.Kind.TXT && values.stream().anyMatch(text -> text.startsWith("v=spf1") && text.length() > LONGEST))) beyond = true;
            if (beyond || values.isEmpty()) return null;
            return kind == Dns.Kind.PTR ? new ArrayList<>(values.subList(0, Math.min(HOSTS, values.size()))) : values;
        }

        @Override
        @SuppressWarnings("NullAway") // jSPF knows no marks for null, and null is its word for no record
        public CompletionStage<@Nullable List<String>> getRecordsAsync(DNSRequest request) {
            try {
                return CompletableFuture.completedFuture(getRecords(request));
            } catch (TimeoutException silent) {
                return CompletableFuture.failedFuture(silent);
            }
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of();
        }

        @Override
        public void setTimeOut(int seconds) {}

        @Override
        public int getRecordLimit() {
            return HOSTS;
        }

        @Override
        public void setRecordLimit(int limit) {}
    }

    // made once: they know terms and macros and no mail
    private static final MacroExpand MACROS;
    private static final RFC4408SPF1Parser GRAMMAR;

    static {
        DNSService nobody = new Questions((_, _) -> new Dns.Answer.Nothing(true));
        WiringServiceTable wiring = new WiringServiceTable();
        wiring.put(DNSServiceEnabled.class, nobody);
        MACROS = new MacroExpand(nobody);
        wiring.put(MacroExpandEnabled.class, MACROS);
        GRAMMAR = new RFC4408SPF1Parser(new DefaultTermsFactory(wiring));
        // for include: it asks what is asked, by the executor of the mail
        wiring.put(SPFCheckEnabled.class, new SPF(nobody, GRAMMAR, MACROS, new SynchronousSPFExecutor(nobody)));
    }
}
