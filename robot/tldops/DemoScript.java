package tldops;

import static tldops.DemoStage.Expected.letter;

import java.io.IOException;
import java.util.Optional;
import tldops.core.Stage;

/// What the demo plays: the main job, a ccTLD joins the list by e-mail, in scenes, each with all that must follow. How it goes on
/// from there plays [DemoLife].
final class DemoScript {
    static final String SECRETARIAT = "secretariat@tld-ops.example";
    static final String NL = "admin@nl-registry.example";
    static final String FR = "contact-admin@fr-registre.example";
    private static final String BE = "admin@be-registry.example";
    private static final String SE = "hostmaster@se-registry.example";
    static final String ANNA = "anna.vermeer@nl-registry.example";
    static final String BRAM = "bram.dewit@nl-registry.example";
    static final String PAUL = "paul.leroy@fr-registre.example";
    private static final String LUCIE = "lucie.morin@fr-registre.example";
    private static final String JEANNE = "jeanne.morel@agence.example";
    private static final String ERIK = "erik.peeters@be-hosting.example";

    private DemoScript() {}

    static void play(DemoStage stage) throws IOException, InterruptedException {
        stage.say("""
                TLD-OPS is a mailing list of those who keep ccTLDs secure and stable (SSCs). This robot runs it by mail.
                Below, -> is a mail that comes in, <- a letter that goes out; all of it stays on this machine.""");
        stage.time("2027-01-14T10:00:00Z");
        invited(stage);
        french(stage);
        denied(stage);
        who(stage);
        silent(stage);
        DemoLife.play(stage);
        stage.scene("What stands now");
        stage.types("members");
        stage.types("cases --all");
        stage.types("journal verify");
        stage.done();
    }

    private static void invited(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("1. Two admin contacts are invited; one answers");
        stage.types("invite nl se",
                letter(NL, "Invitation to join the TLD-OPS mailing list", "The last day is Thursday 21 January 2027 (Europe/Amsterdam)", "Contact Person #1 (primary):", "Reference:"),
                letter(SE, "Invitation to join the TLD-OPS mailing list", "The last day is Thursday 21 January 2027 (Europe/Stockholm)"));
        stage.say("""
                The admin contact of .nl fills in the template. The mail authenticates for the very address that IANA names and
                comes back to the secret address of the letter: both proofs, so nothing more is asked.""");
        stage.answers("Sanne Voorbeeld <" + NL + ">", NL, """
                Contact Person #1 (primary):
                Name: Anna Vermeer
                Email address: anna.vermeer@nl-registry.example
                Mobile phone number: +31 6 12345678

                Contact Person #2 (secondary):
                Name: Bram de Wit
                Email address: bram.dewit@nl-registry.example
                Mobile phone number: +31 6 23456789

                I hereby confirm that the above persons are responsible for the
                overall security and stability of my ccTLD.""",
                letter(ANNA, "Welcome to the TLD-OPS mailing list!", "Dear Anna Vermeer", "please reply to this letter with any word"),
                letter(BRAM, "Welcome to the TLD-OPS mailing list!", "Dear Bram de Wit"),
                letter(NL, "what became of your answer", "Joined: Anna Vermeer, Bram de Wit"),
                letter(SECRETARIAT, "TLD-OPS oversight: admitted (.nl"));
        stage.members("nl", "Anna Vermeer", "Bram de Wit");
        stage.ended("nl", Optional.of(Stage.Outcome.ADMITTED));
    }

    private static void french(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("2. The French form, sent by a representative");
        stage.say("The admin contact of .fr stands in Cc. That proves nothing, so that address itself is asked, in French.");
        stage.writes("Jeanne Morel <" + JEANNE + ">", FR, "demande d'abonnement à la liste TLD-OPS", """
                Cher secrétariat de la ccNSO,

                Je voudrais abonner les personnes ci-après à la liste du TLD-OPS. Je
                confirme par ces présentes qu’ils sont responsables de la sécurité
                et la stabilité générales de mon ccTLD et que je suis le contact
                administratif de l’IANA de mon ccTLD ou que je suis autorisé à agir
                en son nom.

                Cordialement,

                Le contact administratif de l’IANA du .fr

                == INFORMATIONS DE CONTACT DE L’ÉQUIPE D’INTERVENTION EN CAS
                D’INCIDENT ==

                Personne à contacter nº1 (primaire) :
                Nom : Paul Leroy
                Adresse électronique : paul.leroy@fr-registre.example
                Numéro de téléphone portable : +33 6 12 34 56 78

                Personne à contacter n°2 (secondaire) :
                Nom : Lucie Morin
                Adresse électronique : lucie.morin@fr-registre.example
                Numéro de téléphone portable : +33 6 23 45 67 89""",
                letter(FR, "veuillez confirmer les contacts (.fr", JEANNE, "Paul Leroy (primaire)", "Lucie Morin (secondaire)", "confirmer   si c'est exact"),
                letter(JEANNE, "votre demande est bien reçue (.fr)", "Nous avons prié le contact administratif"));
        stage.members("fr");
        stage.answers(FR, FR, "Je confirme.",
                letter(PAUL, "Bienvenue sur la liste de diffusion TLD-OPS", "Bonjour Paul Leroy"),
                letter(LUCIE, "Bienvenue sur la liste de diffusion TLD-OPS", "Bonjour Lucie Morin"),
                letter(FR, "la suite donnée à votre réponse", "Ajout : Paul Leroy, Lucie Morin"),
                letter(SECRETARIAT, "TLD-OPS oversight: admitted (.fr"));
        stage.members("fr", "Paul Leroy", "Lucie Morin");
        stage.ended("fr", Optional.of(Stage.Outcome.ADMITTED));
    }

    private static void denied(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("3. Somebody asks for himself and is denied");
        stage.writes("Erik Peeters <" + ERIK + ">", "", "Subscription", """
                Contact Person #1 (primary):
                Name: Erik Peeters
                Email address: erik.peeters@be-hosting.example
                Mobile phone number: +32 470 12 34 56
                ccTLD: .be""",
                letter(BE, "TLD-OPS Authentication Request (.be, Erik Peeters)", "confirm   if this is right", "deny      if it is not"),
                letter(ERIK, "your request is received (.be)", "We have asked the IANA administrative contact of .be"));
        stage.answers("Lotte Proef <" + BE + ">", BE, "deny",
                letter(ERIK, "your request was not confirmed (.be)", "did not confirm that you are responsible", "yourself may ask again after 30 days"),
                letter(BE, "what became of your answer", "Noted: nothing was changed"),
                letter(SECRETARIAT, "TLD-OPS oversight: denied (.be"));
        stage.members("be");
        stage.ended("be", Optional.of(Stage.Outcome.DENIED));
    }

    private static void who(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("4. A new member asks for the contacts of all");
        stage.say("Contact data goes only to addresses that have answered their welcome. Lucie of .fr will not.");
        stage.answers("Anna Vermeer <" + ANNA + ">", ANNA, "Thank you, it arrived.");
        stage.answers("Bram de Wit <" + BRAM + ">", BRAM, "Hello from .nl");
        stage.answers("Paul Leroy <" + PAUL + ">", PAUL, "Bien reçu, merci.");
        stage.members("nl", "Anna Vermeer*", "Bram de Wit*");
        stage.members("fr", "Paul Leroy*", "Lucie Morin");
        stage.writes("Anna Vermeer <" + ANNA + ">", "", "contacts", "who",
                letter(ANNA, "The results of your email commands", ANNA + " (Anna Vermeer, +31 6 12345678, .nl)", BRAM + " (Bram de Wit", PAUL + " (Paul Leroy", "- Done."));
    }

    private static void silent(DemoStage stage) throws IOException, InterruptedException {
        stage.scene("5. The admin contact of .se stays silent");
        stage.ended("se", Optional.empty());
        stage.say("Five working days of Sweden pass. At 09:00 in Stockholm:");
        stage.time("2027-01-22T08:00:00Z");
        stage.types("duty deadlines",
                letter(SE, "Reminder: Invitation to join the TLD-OPS mailing list (.se)", "The last day is Thursday 28 January 2027 (Europe/Stockholm)"),
                letter(FR, "pas de réponse de votre contact (.fr, Lucie Morin)", "Lucie Morin"));
        stage.say("And five more. The procedure has failed; the Secretariat is asked one clear question.");
        stage.time("2027-01-29T08:00:00Z");
        stage.types("duty deadlines",
                letter(SECRETARIAT, "TLD-OPS: a case needs a word from you (.se)", "the administrative contact has not answered", "release", "extend 5", "close"));
        stage.ended("se", Optional.of(Stage.Outcome.FAILED));
        stage.members("se");
    }
}
