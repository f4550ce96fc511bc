package tldops.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tldops.Daemon;
import tldops.core.Tld;

/// People at their own mail programs, from the form to the last goodbye: `s-nail` opens the robot's letter, replies above
/// the whole of it quoted, and signs; `mutt` writes HTML and encoded headers. Every command, through the whole daemon.
@Tag("check")
@Timeout(300)
class MailProgramTest {
    private static final String ADMIN = Ground.admin(new Tld("nl"));
    private static final String ADMIN_FR = Ground.admin(new Tld("fr"));
    private static final String ANNA = "anna@registry-nl.example";
    private static final String BRAM = "bram@registry-nl.example";
    private static final String LUCIE = "lucie@registry-fr.example";
    private static final String ROBOT = "tld-ops-request@lists.example";
    private static final String LIST = "tld-ops@lists.example";
    private static final String SENTENCE = """
            I hereby confirm that the above persons are responsible for the
            overall security and stability of my ccTLD.
            """;

    @TempDir
    Path temporary;

    private final Map<String, LinkedBlockingQueue<Sink.Arrival>> boxes = new ConcurrentHashMap<>();
    private Sink sink;
    private Daemon daemon;
    private Path border;

    @BeforeEach
    void open() throws IOException {
        sink = new Sink(letter -> letter.recipients().forEach(who -> box(who).add(letter)));
        List<String> more = new ArrayList<>(Ground.busy(sink.port()));
        more.add("authority.delegates = on");
        Ground ground = Ground.lay(temporary, more);
        daemon = new Daemon(Ground.config(ground.file()), Instant::now, new SecureRandom(), true);
        border = Files.writeString(temporary.resolve("border"), """
                #!/bin/bash
                # what the border server does: says who a mail is from, and hands it to the robot
                domain=${FROM#*@}
                { printf 'Authentication-Results: %1$s; dkim=pass header.d=%%s; dmarc=pass header.from=%%s\\n' "$domain" "$domain"
                  printf 'Received: from mail.example by %1$s with ESMTP; Sun, 1 Nov 2026 10:00:00 +0000\\n'
                  cat; } | tee -a '%2$s' |
                exec swaks --server 127.0.0.1 --port %3$d --helo mail.example --auth PLAIN --auth-user %4$s --auth-password '%5$s' --from "$FROM" --to "${@: -1}" --data - > '%6$s' 2>&1
                """.formatted(Ground.AUTHSERV, temporary.resolve("sent.log"), daemon.doors().smtpPort(), Ground.USER, Ground.PASSWORD, temporary.resolve("swaks.log")));
        assertThat(border.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void close() throws IOException {
        daemon.close();
        sink.close();
    }

    @Test
    void a_member_uses_every_command_from_an_ordinary_mail_program() throws Exception {
        // the admin contact of .nl writes a form of his own accord, Lucie's one comes as HTML with an encoded name
        writes(ADMIN, ROBOT, "TLD-OPS contacts", """
                ccTLD: .nl

                Contact Person #1 (primary):
                Name: Anna Vermeer
                Email address: %s
                Mobile phone number: +31 6 12345678

                Contact Person #2 (secondary):
                Name: Bram de Wit
                Email address: %s
                Mobile phone number: +31 6 23456789

                %s""".formatted(ANNA, BRAM, SENTENCE));
        replies(ADMIN, reads(ADMIN, "please confirm"), "confirm");
        reads(ADMIN, "Joined: Anna Vermeer, Bram de Wit");
        writesHtml(ADMIN_FR, "Le Directeur, Registre é", "Notre contact à nous : .fr", """
                <html><body><p>Bonjour,</p>
                <p>Contact Person #1 (primary):<br>Name: Zo&eacute; Martin<br>Email address: <a href="mailto:%1$s">%1$s</a><br>Mobile phone number: +33&nbsp;6 12 34 56 78<br>ccTLD: .fr</p>
                <p>I hereby confirm that the above persons are responsible for the<br>overall security and stability of my ccTLD.</p>
                <p>-- <br><b>Le Directeur</b> &mdash; Registre</p></body></html>
                """.formatted(LUCIE));
        replies(ADMIN_FR, reads(ADMIN_FR, "confirm"), "Confirm.\n\nMeilleures salutations");
        reads(ADMIN_FR, "Joined: Zoé Martin");
        for (String member : List.of(ANNA, BRAM, LUCIE)) replies(member, reads(member, "You are now a Security and Stability Contact"), "Got it, thanks!");
        daemon.settle();

        // what she asks
        writes(ANNA, ROBOT, "", "help");
        reads(ANNA, "here is what this address can do for you");
        writes(ANNA, ROBOT, "help away", "");
        reads(ANNA, "away until");
        writesHtml(ANNA, "Anna Vermeer", "", "<div dir=\"ltr\">who<br><br></div><div>-- <br>Anna Vermeer</div>");
        assertThat(reads(ANNA, "FULL LIST")).contains("(Zoé Martin, +33 6 12 34 56 78, .fr)", "(Bram de Wit, +31 6 23456789, .nl)");
        writes(ANNA, ROBOT, "who .fr", "");
        assertThat(reads(ANNA, "France")).contains("+33 6 12 34 56 78", "Europe/Paris");
        writes(ANNA, ROBOT, "", "mydata");
        assertThat(reads(ANNA, "everything that is stored about you")).contains("+31 6 12345678");
        reads(ANNA, "in a letter of its own");
        writes(BRAM, ROBOT, "my password please", "password");
        String letter = reads(BRAM, "is your new list password");
        Matcher password = Pattern.compile("the command who (\\S+) in a mail").matcher(letter);
        assertThat(password.find()).isTrue();
        reads(BRAM, "follows in a letter of its own");
        writes(BRAM, ROBOT, "", "who " + password.group(1));
        assertThat(reads(BRAM, "FULL LIST")).doesNotContain(password.group(1));

        // what she chooses
        writes(ANNA, ROBOT, "", "set digest on\nset digest off");
        assertThat(reads(ANNA, "set digest off")).contains("The digest is on");
        writes(ANNA, ROBOT, "", "away until " + LocalDate.now(ZoneOffset.UTC).plusDays(20) + " deputy 2");
        assertThat(reads(ANNA, "You are away")).contains("Bram de Wit");
        writes(ANNA, ROBOT, "", "back");
        reads(ANNA, "Welcome back");
        writes(LUCIE, ROBOT, "mettre langue fr", "");
        reads(LUCIE, "français");

        // the list
        writes(BRAM, LIST, "Attaque réfléchie – wer noch?", "TLP:GREEN\n\nDear colleagues, is anybody else seeing this? Grüße");
        assertThat(reads(ANNA, "Dear colleagues")).contains("[TLP:GREEN] Attaque réfléchie – wer noch?", "Grüße");
        assertThat(reads(LUCIE, "Dear colleagues")).contains("X-TLP: GREEN");
        reads(BRAM, "Dear colleagues");
        writes(BRAM, LIST, "[TLP:RED] for your eyes", "a secret");
        reads(BRAM, "has gone to nobody");
        writes(LUCIE, LIST, "contact of .nl?", "Hello, could somebody give me the contact of .nl please?");
        assertThat(reads(LUCIE, "Anna Vermeer")).contains("+31 6 12345678");

        // help at once
        writes(LUCIE, ROBOT, "", "urgent .nl\nYour secondary answers with REFUSED.");
        String call = reads(ANNA, "Your secondary answers with REFUSED.");
        assertThat(call).contains("+33 6 12 34 56 78");
        replies(ANNA, call, "I call you in two minutes.");
        reads(LUCIE, "I call you in two minutes.");

        // her data change, and change back
        writes(ANNA, ROBOT, "", "modify .nl");
        replies(ANNA, reads(ANNA, "RESPONSE TEMPLATE"), "Contact Person #1 (primary):\nMobile phone number: +31 6 20212223");
        reads(ANNA, "your change is received");
        replies(ADMIN, reads(ADMIN, "after: +31 6 20212223"), "confirm");
        String changed = reads(ADMIN, "undo");
        reads(ANNA, "+31 6 20212223");
        replies(ADMIN, changed, "undo");
        reads(ADMIN, "taken back");
        assertThat(reads(ANNA, "taken back")).contains("+31 6 12345678");

        // somebody who speaks for the admin contact, and the end of that
        writes(ADMIN, ROBOT, "", "delegate " + ANNA + " .nl until " + LocalDate.now(ZoneOffset.UTC).plusDays(90));
        replies(ADMIN, reads(ADMIN, "delegate"), "confirm");
        replies(ANNA, reads(ANNA, "confirm"), "confirm");
        reads(ADMIN, ANNA);
        daemon.settle();
        writes(ADMIN, ROBOT, "", "undelegate .nl");
        reads(ADMIN, "delegate");

        // the goodbyes
        writes(ADMIN, ROBOT, "", "remove " + BRAM + " .nl");
        replies(ADMIN, reads(ADMIN, "Leaving:"), "confirm");
        assertThat(reads(BRAM, "no longer")).contains(".nl");
        writes(LUCIE, ROBOT, "unsubscribe", "");
        reads(LUCIE, "TLD-OPS");
        writes(ANNA, ROBOT, "", "forget");
        replies(ANNA, reads(ANNA, "confirm"), "confirm");
        reads(ANNA, "erased");
        daemon.settle();
        writes(ANNA, ROBOT, "", "who");
        assertThat(reads(ANNA, "could not verify")).as("a stranger by now").doesNotContain("+31");
    }

    private LinkedBlockingQueue<Sink.Arrival> box(String who) {
        return boxes.computeIfAbsent(who, _ -> new LinkedBlockingQueue<>());
    }

    /// The first unread letter to that person that says so, as s-nail shows it, on one line.
    private String reads(String who, String says) throws Exception {
        List<Sink.Arrival> others = new ArrayList<>();
        while (true) {
            Sink.Arrival letter = box(who).poll(60, TimeUnit.SECONDS);
            assertThat(letter).as("a letter to %s that says \"%s\", beside %s%n%s", who, says, others.stream().map(other -> other.subject() + "\n" + other.body()).toList(), said("swaks.log")).isNotNull();
            String shown = opened(who, letter);
            if (shown.contains(says)) {
                box(who).addAll(others);
                return shown;
            }
            others.add(letter);
        }
    }

    private String opened(String who, Sink.Arrival letter) throws Exception {
        Path mailbox = temporary.resolve(who);
        Files.writeString(mailbox, "From robot@lists.example Sun Nov  1 10:00:00 2026\n" + (letter.head() + "\r\n" + letter.body()).replace("\r\n", "\n").replaceAll("(?m)^From ", ">From ") + "\n");
        return run(who, List.of("s-nail", "-n", "-#", "-Sttycharset=utf-8", "-f", mailbox.toString()), "Type 1\n").replaceAll("\\s+", " ");
    }

    /// Opens the last letter that was read, replies above the whole of it quoted, and signs.
    private void replies(String who, String letter, String text) throws Exception {
        assertThat(letter).isNotEmpty();
        send(who, List.of("-f", temporary.resolve(who).toString()), "reply 1\n" + text + "\n\n-- \n" + who + "\nExample Registry | +1 555 0100\n\nThe robot wrote:\n~m 1\n~.\n");
    }

    private void writes(String who, String to, String subject, String text) throws Exception {
        send(who, List.of("-s", subject, to), text + "\n\n-- \n" + who + "\nExample Registry | Sent from my desk\n");
    }

    private void send(String who, List<String> words, String typed) throws Exception {
        List<String> all = new ArrayList<>(List.of("s-nail", "-n", "-#", "-~", "-Sv15-compat", "-Sttycharset=utf-8", "-Ssendcharsets=utf-8", "-Smta=" + border, "-Sfrom=" + who, "-Shostname=" + who.replaceAll(".*@", ""), "-Ssendwait", "-Sindentprefix=> ", "-Sreply-to-honour"));
        all.addAll(words);
        run(who, all, typed);
    }

    private void writesHtml(String who, String name, String subject, String html) throws Exception {
        Path settings = Files.writeString(temporary.resolve("muttrc"), """
                set sendmail="%s"
                set copy=no
                set charset=utf-8
                set send_charset=utf-8
                set content_type="text/html"
                set from="%s"
                set realname="%s"
                set use_from=yes
                """.formatted(border, who, name));
        run(who, List.of("mutt", "-n", "-F", settings.toString(), "-s", subject, ROBOT), html);
    }

    private String run(String who, List<String> words, String typed) throws Exception {
        Path in = Files.writeString(temporary.resolve("typed"), typed);
        Path out = temporary.resolve("shown");
        ProcessBuilder program = new ProcessBuilder(words).redirectInput(in.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        program.environment().putAll(Map.of("FROM", who, "LC_ALL", "C.UTF-8", "HOME", temporary.toString()));
        Process process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String shown = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as("%s%n%s%n%s", words, shown, said("swaks.log")).isZero();
        return shown;
    }

    private String said(String file) throws IOException {
        Path log = temporary.resolve(file);
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
