package tldops;

import java.util.List;
import java.util.Optional;
import tldops.cli.Rows;
import tldops.trust.Dns;
import tldops.trust.Nameservers;

/// Whether the DNS can be asked who sent a mail, where the robot judges that itself: without it mail waits and is not authenticated
/// in the end (L33).
final class SenderDns {
    private SenderDns() {}

    /// What it says instead of an answer; empty when it answers.
    private static Optional<String> trouble(Config config) {
        Dns.Answer answer = Nameservers.of(config.dns().servers(), config.dns().timeout()).ask("_dmarc." + config.list().domain(), Dns.Kind.TXT);
        return answer instanceof Dns.Answer.Silent(var why) ? Optional.of(why) : Optional.empty();
    }

    private static String whom(Config config) {
        return config.dns().servers().isEmpty() ? "the system's name servers" : config.dns().servers().toString().replaceAll("[/\\[\\] ]", "").replace(",", ", ");
    }

    /// For `check-config`.
    static String words(Config config) {
        if (!config.asksDns()) return "as your mail servers judge them; the robot asks no DNS";
        return "judged here by " + whom(config) + trouble(config).map(why -> ", WHICH CAN NOT BE ASKED NOW: " + why).orElse(", which answers");
    }

    /// For the doctor.
    static List<Rows.Finding> findings(Config config) {
        if (!config.asksDns()) return List.of();
        String waits = "Mail waits up to " + config.dns().unreachableLimit().toHours() + " hours, then it is not authenticated.";
        return List.of(trouble(config)
                .map(why -> Doctor.wrong("dns of senders", "It can not be asked who sent a mail: " + why + ". " + waits, "See that " + whom(config) + " can be reached (dns.servers, port 53, firewall)."))
                .orElse(Doctor.good("dns of senders", "It answers: " + whom(config) + ".")));
    }
}
