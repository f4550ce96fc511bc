package tldops.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tldops.core.Address;
import tldops.core.Change;
import tldops.core.Decision;
import tldops.core.Journal;
import tldops.core.Language;
import tldops.core.Member;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;
import tldops.store.Store;

/// What a robot of this size stands on: synthetic ccTLDs with a record each, members two to a ccTLD, and a
/// configuration that is the default but for ports, relay, trust in the driver, quotas and breaker.
///
/// @param resources a folder that goes before the robot's own on the class path: its table of ccTLDs
record Site(Path folder, Path resources, int members, int applicants) {
    static final String USER = "mx";
    static final String PASSWORD = "a long password of the border server";
    static final String AUTHSERV = "mx.lists.example";
    static final String LIST = "tld-ops@lists.example";
    static final String ROBOT = "tld-ops-request@lists.example";
    private static final int EACH = 2;

    /// @param applicants ccTLDs without members, for an SSC each to apply for
    static Site lay(Path folder, int members, int applicants, int port, int relay) throws IOException {
        Site site = new Site(folder, Files.createDirectories(folder.resolve("resources")), members, applicants);
        site.table();
        site.records();
        site.configure(port, relay);
        site.join();
        return site;
    }

    // ---- who there is

    private int ccTlds() {
        return members / EACH + applicants;
    }

    private static Tld tld(int number) {
        return new Tld("xn--b" + number);
    }

    private static String registry(int number) {
        return "registry-" + number + ".example";
    }

    static String member(int number) {
        return "ssc" + number % EACH + "@" + registry(number / EACH);
    }

    Applicant applicant(int number) {
        int its = members / EACH + number;
        return new Applicant(its, "sam.keeper@" + registry(its), "hostmaster@" + registry(its), tld(its).display());
    }

    /// @param number of its ccTLD
    record Applicant(int number, String ssc, String admin, String ccTld) {}

    static int numberOf(String address) {
        return Integer.parseInt(address.substring(address.indexOf("@registry-") + "@registry-".length(), address.lastIndexOf('.')));
    }

    // ---- what it stands on

    private void table() throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(Files.createDirectories(resources.resolve("config")).resolve("cctlds.tsv"))) {
            lines.write("tld\tulabel\tcountry\tiso3166\tregion\tkind\tstatus\tiso_status\tascii_cctld\tiana_designation\tregion_source\n");
            for (int number = 0; number < ccTlds(); number++) {
                String label = tld(number).label();
                lines.write(label + "\t" + label + "\tExample\tNL\tEU\tidn\tdelegated\tassigned\tnl\tExample\tinvented\n");
            }
        }
    }

    private void records() throws IOException {
        Path folder = Files.createDirectories(folder().resolve("iana"));
        for (int number = 0; number < ccTlds(); number++) {
            String name = tld(number).label();
            Files.writeString(folder.resolve(name + ".txt"), """
                    %% IANA WHOIS server

                    domain:       %s
                    domain-ace:   %s

                    organisation: Example Registry

                    contact:      administrative
                    name:         Admin Contact
                    organisation: Example Registry
                    e-mail:       hostmaster@%s

                    contact:      technical
                    name:         Technical Contact
                    organisation: Example Registry
                    e-mail:       tech@%s

                    source:       IANA
                    """.formatted(name.toUpperCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), registry(number), registry(number)));
        }
    }

    Path config() {
        return folder.resolve("tldops.conf");
    }

    Path data() {
        return folder.resolve("data");
    }

    int port() throws IOException {
        String line = Files.readAllLines(config()).getFirst();
        return Integer.parseInt(line.substring(line.indexOf("port = ") + 7, line.indexOf(',')));
    }

    private void configure(int port, int relay) throws IOException {
        Files.write(config(), List.of(
                "intake.smtp { port = " + port + ", authserv-ids = [" + AUTHSERV + "], border-hosts = [" + AUTHSERV + "], trusted-clients = [127.0.0.1], auth.users { mx = \"env:MX_PASSWORD\" } }",
                "health.port = 0",
                "iana { source = folder, folder = \"" + folder.resolve("iana") + "\" }",
                "store.folder = \"" + data() + "\"",
                "quota { answers-per-address { unknown-per-day = 1000, known-per-hour = 1000 }, same-who = 1 millisecond, per-domain = 1000000, unauthenticated-total = 1000000, questions-per-authority = 1000 }",
                "breaker = 10000000",
                "send { mode = smtp, host = \"127.0.0.1\", port = " + relay + " }"));
    }

    /// The members, as if they had joined long ago and answered.
    private void join() {
        Instant now = Instant.now();
        Instant then = now.minusSeconds(40L * 24 * 3600);
        List<Change> changes = new ArrayList<>();
        for (int number = 0; number < members; number++) {
            Phone phone = new Phone("+31 6 %08d".formatted(number), "+316%08d".formatted(number), true, "NL");
            Person person = new Person("Sam Keeper", List.of(Address.of(member(number))), phone);
            changes.add(new Change.MemberSaved(new Member(tld(number / EACH), number % EACH + 1, person, Language.EN, then, Optional.of(then), "", false, then, Optional.empty(), 0)));
        }
        try (Store store = Store.open(data())) {
            store.record(List.of(new Store.Recorded(0, new Decision(changes, List.of(), List.of(Journal.of("joined", "for the bench"))), List.of(), List.of(), now, "", "", "")));
        }
    }
}
