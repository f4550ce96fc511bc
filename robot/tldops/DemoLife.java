package tldops;

import static tldops.DemoScript.ANNA;
import static tldops.DemoScript.BRAM;
import static tldops.DemoScript.FR;
import static tldops.DemoScript.NL;
import static tldops.DemoScript.PAUL;
import static tldops.DemoScript.SECRETARIAT;
import static tldops.DemoStage.Expected.letter;

import java.io.IOException;

/// What the demo plays of life on the list: a change, a post, the digest, the reminder, a goodbye.
final class DemoLife {
    private static final String LIST = "tld-ops@lists.example";
    private static final String REMINDER = "[tld-ops] TLD-OPS memberships reminder";

    private DemoLife() {}

    static void play(DemoStage stage) throws IOException, InterruptedException {
        changed(stage);
        posted(stage);
        reminded(stage);
        left(stage);
    }

    private static void changed(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("6. A telephone number changes");
        stage.writes("Sanne Voorbeeld <" + NL + ">", "", "", "modify .nl",
                letter(NL, "TLD-OPS: the contacts of .nl, to change", "Name: Anna Vermeer", "Name: Bram de Wit"));
        stage.say("Only the line that changes comes back. Both proofs, so it is done; the admin contact can take it back for 72 hours.");
        stage.answers("Sanne Voorbeeld <" + NL + ">", NL, """
                Contact Person #2 (secondary):
                Mobile phone number: +31 6 34567890""",
                letter(NL, "TLD-OPS: the contacts are changed (.nl", "+31 6 34567890", "undo"),
                letter(BRAM, "TLD-OPS", "+31 6 34567890"),
                letter(SECRETARIAT, "TLD-OPS oversight", "Bram de Wit"));
    }

    private static void posted(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("7. A member writes to all");
        stage.writes("Bram de Wit <" + BRAM + ">", "", "", "set digest on", letter(BRAM, "The results of your email commands", "one mail a day"));
        stage.posts("Anna Vermeer <" + ANNA + ">", "Phishing wave against registrars", """
                Dear all,

                since this morning our registrars get mails in our name.
                Call me if you see the same.""",
                letter(LIST, "[tld-ops] [TLP:AMBER] Phishing wave against registrars", "Call me if you see the same."));
        stage.say("Somebody who is no member writes, too. It goes to nobody; he hears so once.");
        stage.posts("Erik Peeters <erik.peeters@be-hosting.example>", "Special offer", "Buy now.", letter("erik.peeters@be-hosting.example", "TLD-OPS: your mail to the list"));
        stage.say("In the evening Bram, who wants one mail a day, gets the digest.");
        stage.time("2027-01-29T18:00:00Z");
        stage.types("duty digest", letter(LIST, "Digest of", "Phishing wave against registrars"));
    }

    private static void reminded(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("8. The first of the month");
        stage.say("Everybody whose address has answered gets the contacts of all, for the day he is offline. Lucie has not answered.");
        stage.time("2027-02-01T08:00:00Z");
        stage.types("duty reminder",
                letter(LIST, REMINDER, "*** FULL LIST OF TLD-OPS MEMBERS ***", ANNA + " (Anna Vermeer, +31 6 12345678, .nl)"),
                letter(LIST, REMINDER, "+31 6 34567890"),
                letter(LIST, REMINDER, PAUL + " (Paul Leroy"));
    }

    private static void left(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("9. A member leaves");
        stage.writes("Paul Leroy <" + PAUL + ">", "", "", "unsubscribe",
                letter(PAUL, "TLD-OPS", ".fr"),
                letter(FR, "TLD-OPS", "Paul Leroy"),
                letter(SECRETARIAT, "TLD-OPS oversight: left by own wish (.fr, Paul Leroy)"));
        stage.members("fr", "Lucie Morin");
    }
}
