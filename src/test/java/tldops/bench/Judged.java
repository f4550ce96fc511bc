package tldops.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import tldops.Nameserver;
import tldops.core.Address;
import tldops.core.Authentication;
import tldops.mail.Header;
import tldops.trust.Client;
import tldops.trust.Evaluation;
import tldops.trust.Nameservers;
import tldops.trust.Ration;

/// What it costs to judge a sender ourselves: DKIM (RSA of 2048 bits), SPF and DMARC by a name server on this machine; first the judgement
/// alone, then through the whole robot as a border server (`intake.smtp.border`).
final class Judged {
    private static final String CLIENT = "127.0.2.7";
    private static final int MEMBERS = 400;
    private static final int MAILS = 4_000;
    private static final int LEARNT = 8_000;

    private final KeyPair key;
    private final Nameserver dns;

    private Judged(Nameserver dns) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        this.dns = dns;
        for (int i = 0; i < MEMBERS; i++) tell(domain(Site.member(i)));
    }

    static void measure(Path folder, List<String> options, Sheet sheet) throws Exception {
        try (Nameserver dns = new Nameserver().lasting(3600)) {
            Judged judged = new Judged(dns);
            judged.alone(sheet);
            judged.throughTheRobot(folder, options, sheet);
        }
    }

    private void tell(String domain) {
        dns.text("_dmarc." + domain, "v=DMARC1; p=reject");
        dns.text(domain, "v=spf1 include:spf." + domain + " -all");
        dns.text("spf." + domain, "v=spf1 ip4:127.0.2.0/24 -all");
        dns.text("mail._domainkey." + domain, "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(key.getPublic().getEncoded()));
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /// @param whole false: its body was changed after signing, so that SPF is asked for, too
    private Mail mail(String id, String from, boolean whole) throws IOException, FailException {
        Mail plain = Mail.outside(id, from, "help");
        String tags = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain(from) + "; s=mail; h=from:to:subject:date:message-id; bh=; b=;";
        // SMTP's final dot is not of the mail
        byte[] content = Arrays.copyOf(plain.bytes(), plain.bytes().length - 3);
        String signature = new DKIMSigner(tags, key.getPrivate()).sign(new ByteArrayInputStream(content));
        String text = signature + "\r\n" + new String(content, StandardCharsets.ISO_8859_1) + (whole ? "" : "!\r\n");
        return new Mail(from, plain.to(), (text + ".\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    // ---- the judgement alone

    private void alone(Sheet sheet) throws Exception {
        for (boolean whole : List.of(true, false)) {
            List<Mail> mails = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) mails.add(mail("judged" + whole + i, Site.member(i % MEMBERS), whole));
            Nameservers servers = servers();
            for (int i = 0; i < LEARNT; i++) judge(mails.get(i % mails.size()), servers);
            String what = whole ? "judged alone, one thread: DKIM + DMARC" : "judged alone, one thread: DKIM (broken) + SPF + DMARC";
            long start = System.nanoTime();
            for (int i = 0; i < MAILS; i++) if (judge(mails.get(i % mails.size()), servers).authenticated() != whole) throw new IllegalStateException("judged wrongly");
            sheet.row(0, what, rate(MAILS, start), "");
            long asked = dns.asked();
            start = System.nanoTime();
            for (int i = 0; i < MEMBERS; i += 2) judge(mails.get(i), servers());
            sheet.row(0, what + ", nothing remembered", rate(MEMBERS / 2, start) + String.format(Locale.ROOT, ", %.1f look-ups each", (dns.asked() - asked) / (MEMBERS / 2.0)), "");
        }
    }

    private static String rate(int mails, long start) {
        return String.format(Locale.ROOT, "%.0f/s", mails * 1e9 / (System.nanoTime() - start));
    }

    private Nameservers servers() {
        return Nameservers.of(List.of(dns.address()), Duration.ofSeconds(5));
    }

    private static Authentication judge(Mail mail, Nameservers servers) {
        byte[] bytes = Arrays.copyOf(mail.bytes(), mail.bytes().length - 3);
        List<Header> headers = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]", " ").lines().map(line -> new Header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip())).toList();
        Optional<Address> from = Address.parse(mail.from());
        return Evaluation.judge(bytes, headers, from, Optional.of(new Client(CLIENT, "mail.example", from)), Instant.now(), new Ration(servers, 100, Duration.ofSeconds(20)));
    }

    // ---- through the whole robot

    private void throughTheRobot(Path folder, List<String> options, Sheet sheet) throws Exception {
        Path here = Files.createDirectory(folder.resolve("judged"));
        try (Sink sink = new Sink(Optional.empty())) {
            Site site = Site.lay(here, MEMBERS, 10, Sink.freePort(), sink.port());
            Files.writeString(site.config(), "intake.smtp.border = on\ndns.servers = [\"127.0.0.1:" + dns.address().getPort() + "\"]\n", StandardOpenOption.APPEND);
            try (Robot robot = new Robot(site, site.port(), options)) {
                run(robot, sink, "learning", LEARNT, true);
                double cpu = robot.cpu();
                sheet.row(MEMBERS, "`help` of members, judged by DKIM + DMARC", String.format(Locale.ROOT, "%.0f/s (%.2f ms of processor each)", run(robot, sink, "signed", MAILS, true), (robot.cpu() - cpu) * 1000 / MAILS), "");
                cpu = robot.cpu();
                sheet.row(MEMBERS, "`help` of members, judged by DKIM (broken) + SPF + DMARC", String.format(Locale.ROOT, "%.0f/s (%.2f ms of processor each)", run(robot, sink, "unsigned", MAILS, false), (robot.cpu() - cpu) * 1000 / MAILS), "");
            }
        }
    }

    private double run(Robot robot, Sink sink, String name, int count, boolean whole) throws Exception {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) mails.add(mail(name + i, Site.member(i % MEMBERS), whole));
        long before = sink.taken();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Driver.bring(() -> Line.outside(robot.port(), CLIENT), () -> Optional.of(next.getAndIncrement()).filter(i -> i < count).map(mails::get));
        return count / ((sink.await(before + count, 120) - start) / 1e9);
    }
}
