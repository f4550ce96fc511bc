package tldops.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tldops.core.Address;
import tldops.core.Member;
import tldops.core.Tld;
import tldops.mail.Cards;
import tldops.mail.RosterCsv;

/// `tldops import` and `tldops export`: contacts from another list, and for other systems (R003, N40, R114, X26).
final class CarryCommands {
    private static final int MOST = 20_000_000;

    private CarryCommands() {}

    @Command(
            name = "import",
            header = "Take contacts over from another list.",
            description = {
                "Reads a roster or a `who` answer of Mailman, with whatever stands around it, in any of the forms in which contacts were listed:",
                "  email (First Last, mobile, .ccTLD)",
                "  email (First Last, .ccTLD mobile)",
                "  \"First Last, #1, .ccTLD, mobile\" email, second email",
                "or CSV whose first line names the columns (cctld, rank, name, email, email2, phone), as `tldops export csv` writes it.",
                "",
                "Without --go it shows what would become of each line and changes nothing. With --go the new ones become members that are to be re-confirmed, and each gets one letter; contact data goes to nobody before an answer came from his address. Members stay as they are, so a second import of the same file changes nothing."
            })
    static final class Import implements Callable<Integer> {
        private final Supplier<Work> work;

        @Parameters(paramLabel = "FILE", description = "The list, in UTF-8; - reads standard input.")
        private String file = "-";

        @Option(names = "--go", description = "Do it.")
        private boolean go;

        @Option(names = "--dry-run", description = "Only show it; so it is without --go, and never both.")
        private boolean dry;

        Import(Supplier<Work> work) {
            this.work = work;
        }

        @Override
        public Integer call() throws IOException {
            Sheet sheet = work.get().sheet();
            if (go && dry) return sheet.no("--go and --dry-run exclude each other.");
            byte[] bytes = work.get().body().readNBytes(MOST + 1);
            if (bytes.length > MOST) return sheet.no(file + " is larger than " + Sizes.of(MOST) + ".");
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (go) return sheet.outcomes(work.get().powers().carrying().takeOver().takeOver(work.get().user(), text));
            List<Rows.Taken> rows = work.get().powers().carrying().preview().apply(text);
            int shown = sheet.rows(rows);
            long fresh = rows.stream().filter(row -> row.verdict().equals("new")).count();
            if (!sheet.json()) sheet.out().println(rows.isEmpty() ? "There is no contact in it." : "\nNothing was changed. " + fresh + " of " + rows.size() + " would be taken over; do it with --go.");
            return rows.isEmpty() ? Exit.NO : shown;
        }
    }

    /// The forms of an export.
    enum Form { CSV, JSON, VCARD }

    record Forms() implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("csv", "json", "vcard").iterator();
        }
    }

    @Command(
            name = "export",
            header = "Write the contacts for another system.",
            description = {
                "  csv    RFC 4180 in UTF-8; the first line names the columns",
                "  json   {\"tlp\": \"TLP:AMBER\", \"members\": [...]}; of each member cctld, alabel, rank, name, emails, phone (as typed), e164, since (UTC), proved (null until its address has answered), confirmed (false: taken over from another list)",
                "  vcard  for address books and phones (RFC 2426; RFC 6350 with --version 4.0)",
                "What is exported is TLP:AMBER and says so in every line, document or card: members may use it, nobody passes it on."
            })
    static final class Export implements Callable<Integer> {
        private final Supplier<Work> work;

        @Parameters(index = "0", paramLabel = "FORM", completionCandidates = Forms.class, description = "${COMPLETION-CANDIDATES}")
        private Form form = Form.CSV;

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "TLD", description = "Only of these ccTLDs.")
        private List<Tld> tlds = List.of();

        @Option(names = "--version", paramLabel = "N", defaultValue = "3.0", description = "Of the vCards: 3.0 or 4.0 (${DEFAULT-VALUE}).")
        private String version = "3.0";

        @Option(names = "--output", paramLabel = "FILE", description = "Where to, for its owner alone (0600); otherwise standard output.")
        private Optional<Path> output = Optional.empty();

        Export(Supplier<Work> work) {
            this.work = work;
        }

        @Override
        public Integer call() {
            Sheet sheet = work.get().sheet();
            if (!version.equals("3.0") && !version.equals("4.0")) return sheet.no("--version must be 3.0 or 4.0.");
            List<Member> members = work.get().powers().carrying().members().apply(tlds);
            if (members.isEmpty()) return sheet.no("There is no such contact.");
            switch (form) {
                case CSV -> sheet.out().print(RosterCsv.csv(members));
                case VCARD -> sheet.out().print(Cards.vcards(members, version.equals("4.0") ? Cards.Version.V4 : Cards.Version.V3, latest(members)));
                case JSON -> sheet.document(new Document(RosterCsv.TLP, members.stream().map(CarryCommands::contact).toList()));
            }
            return Exit.DONE;
        }
    }

    record Document(String tlp, List<Contact> members) {}

    record Contact(String cctld, String alabel, int rank, String name, List<String> emails, String phone, String e164, Instant since, Optional<Instant> proved, boolean confirmed) {}

    private static Contact contact(Member member) {
        return new Contact(member.tld().display(), member.tld().label(), member.rank(), member.person().name(), member.person().addresses().stream().map(Address::toString).toList(),
                member.person().phone().typed(), member.person().phone().e164(), member.since(), member.proved(), !member.unconfirmed());
    }

    private static Instant latest(List<Member> members) {
        return members.stream().map(Member::since).max(Instant::compareTo).orElseThrow();
    }

    /// The file that an export is to be written to, if it is one.
    static Optional<Path> output(CommandLine leaf) {
        return leaf.getCommand() instanceof Export export ? export.output : Optional.empty();
    }

    /// Under its name only when it is complete.
    static void keep(Path file, byte[] content) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Path part = Files.createTempFile(folder, ".tldops", ".part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
