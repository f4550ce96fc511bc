package tldops;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tldops.mail.Shown;

/// How the demo looks: `->` a mail comes in, `<-` a letter goes out, `$` a command; in colours where a person looks on.
///
/// @param colours false: plain text, for a pipe or a file
record DemoScreen(PrintStream out, boolean colours) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String INDENT = "     ";

    private enum Ink {
        BOLD("1"), FAINT("2"), IN("36"), OUT("32"), COMMAND("33"), WRONG("31");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    void scene(String title) {
        out.println();
        out.println(ink(Ink.BOLD, "== " + title));
    }

    void say(String words) {
        out.println();
        words.lines().forEach(line -> out.println(ink(Ink.FAINT, line)));
    }

    void time(Instant now) {
        say("It is " + TIME.format(now) + ".");
    }

    void command(String words) {
        out.println(ink(Ink.COMMAND, "  $  tldops " + words));
    }

    void printed(String answer) {
        answer.lines().forEach(line -> out.println(INDENT + line));
    }

    void in(DemoMail mail) {
        out.println(ink(Ink.IN, "  -> From: " + mail.from()));
        if (!mail.cc().isEmpty()) out.println(ink(Ink.IN, INDENT + "Cc: " + mail.cc()));
        out.println(ink(Ink.IN, INDENT + "Subject: " + mail.subject()));
        mail.text().lines().forEach(line -> out.println(INDENT + "| " + line));
        if (!mail.quoted().isEmpty()) out.println(INDENT + "| > (our letter, quoted)");
    }

    void out(Shown letter, List<String> telling) {
        out.println(ink(Ink.OUT, "  <- To: " + letter.to()));
        out.println(ink(Ink.OUT, INDENT + "Subject: " + letter.subject()));
        telling.forEach(line -> out.println(INDENT + "| " + line));
    }

    void silence() {
        out.println(ink(Ink.OUT, "  <- (no letter)"));
    }

    void done() {
        out.println();
        out.println(ink(Ink.BOLD, "Every step went as told."));
    }

    void failed(String sentence) {
        out.println();
        out.println(ink(Ink.WRONG, "The demo stopped: " + sentence));
    }

    private String ink(Ink ink, String text) {
        return colours ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
    }
}
