package tldops.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Worded;

/// What SPEC says that a letter must contain, rule by rule; the golden texts show the rest.
class MustContainTest {
    private static final Wording WORDING = new Wording(Optional.empty(), Samples.RULES, Samples.SECRETARIAT);
    private static final Set<String> QUESTIONS = Set.of("authentication-request", "question", "question-reminder", "replace-whom", "which-tld");

    private static Worded english(String sample) {
        return word(sample, Language.EN);
    }

    private static Worded word(String sample, Language language) {
        Content content = Samples.all().get(sample);
        return WORDING.word(Samples.letter(content, language));
    }

    /// Without line breaks, so that a sentence is found wherever it is wrapped.
    private static String flat(Worded worded) {
        return worded.text().replaceAll("\\s+", " ");
    }

    @Test
    void R072_theInvitationSaysWhatItMust() {
        Worded worded = english("invitation");

        assertThat(worded.subject()).isEqualTo("Invitation to join the TLD-OPS mailing list (.nl) [case 12]");
        assertThat(flat(worded)).contains(
                "reach each other easily and quickly",
                "only accessible to people who are responsible for the overall security and stability of a ccTLD",
                "https://ccnso.example/tld-ops",
                "within 5 working days",
                "at most 3 people",
                "answer from the address that is registered in the IANA database",
                "an initiative of the ccNSO",
                "maintained by the ccNSO Secretariat",
                "its server runs at DNS-OARC");
    }

    @Test
    void R073_theResponseTemplateHasTheLabelsOfTheSeed() {
        String text = english("invitation").text();

        assertThat(text).contains("""
                *** RESPONSE TEMPLATE ***

                ccTLD: .nl

                Contact Person #1 (primary):
                Name: <FirstName1> <LastName1>
                Email address: <EmailAddress1>
                Mobile phone number: +<country code> <number>

                Contact Person #2 (secondary):
                Name: <FirstName2> <LastName2>
                Email address: <EmailAddress2>
                Mobile phone number: +<country code> <number>

                Contact Person #3:
                Name: <FirstName3> <LastName3>
                Email address: <EmailAddress3>
                Mobile phone number: +<country code> <number>

                I hereby confirm that the above persons are responsible for the
                overall security and stability of my ccTLD.
                """);
    }

    @Test
    void X01_theResponseTemplateHasAsManyBlocksAsPeopleAreAdmitted() {
        Content five = new Content.Invitation(Samples.NL, 5, 5, Samples.LAST);

        String text = WORDING.word(Samples.letter(five, Language.EN)).text();

        assertThat(text).contains("at most 5 people", "Contact Person #5:").doesNotContain("Contact Person #6");
    }

    @Test
    void R087_R088_R089_R090_theFrenchTemplateIsTheLeaflets() {
        String text = word("invitation", Language.FR).text();

        assertThat(text).contains(
                "== INFORMATIONS DE CONTACT DE L'ÉQUIPE D'INTERVENTION EN CAS D'INCIDENT ==",
                "Personne à contacter nº1 (primaire) :\nNom : <Prénom1> <Nom1>\nAdresse électronique : <AdresseÉlectronique1>\n"
                        + "Numéro de téléphone portable : +<code de pays> <numéro>\n",
                "Personne à contacter nº2 (secondaire) :\n",
                "Personne à contacter nº3 :\n",
                "Le contact administratif de l'IANA du .nl\n",
                "que je suis le contact\nadministratif de l'IANA de mon ccTLD ou que je suis autorisé à agir en\nson nom.");
    }

    @Test
    void R075_theWelcomeSaysWhatItMust() {
        Worded worded = english("welcome");

        assertThat(worded.subject()).isEqualTo("Welcome to the TLD-OPS mailing list!");
        assertThat(flat(worded)).contains(
                "your IANA Admin Contact authenticated you as responsible for the security and stability of .nl",
                "primary purpose of the list is to be a contact repository",
                "the list is unencrypted",
                "public directory of ccTLDs",
                "https://ccnso.example/tld-ops/directory",
                "*** TLD-OPS USAGE ***",
                " tld-ops@lists.dns-oarc.example ",
                "send the word who to: tld-ops-request@lists.dns-oarc.example",
                "who <YourPassword>",
                "https://lists.dns-oarc.example/tld-ops",
                "change your options",
                "help in the subject or body",
                "The command password gets you one",
                "all change requests need to be approved by your IANA Admin Contact",
                "remind you of your membership once every month");
    }

    @Test
    void L38_theWelcomeAsksForAnyReply() {
        assertThat(flat(english("welcome"))).contains("reply to this letter with any word, so that we know that your address works");
    }

    @Test
    void P6_theWelcomeSaysFromWhenOnContactDataIsOpen() {
        assertThat(flat(english("welcome.later"))).contains("open to you from Tuesday 1 December 2026, 09:05 UTC");
        assertThat(flat(english("welcome"))).doesNotContain("open to you from");
    }

    @Test
    void R077_theAuthenticationRequestSaysWhatItMust() {
        Worded worded = english("authentication-request");

        assertThat(worded.subject()).isEqualTo("TLD-OPS Authentication Request (.nl, Jan Jansen) [case 12]");
        assertThat(flat(worded)).contains("confirm if this is right", "deny if it is not", "You are asked because", "reach each other easily and quickly", "answer from the address that is registered in the IANA database");
        assertThat(worded.text()).endsWith("""
                === Requestor Information ===

                Name: Jan Jansen
                Email address: jan.jansen@registry.example
                Mobile phone number: +31 6 5550 1234
                Claims to be responsible for the security and stability of: .nl
                """);
    }

    @Test
    void R081_theResultsHaveTheSkeletonOfTheSeed() {
        Worded worded = english("results");

        assertThat(worded.subject()).isEqualTo("The results of your email commands");
        assertThat(worded.text()).containsSubsequence(
                "- Results:\n", "Ignoring non-text/plain MIME parts\n", "*** FULL LIST OF TLD-OPS MEMBERS ***\n",
                "\njan.jansen@registry.example (Jan Jansen, +31 6 5550 1234, .nl)\n", "- Unprocessed:\n", "- Done.\n");
    }

    @Test
    void R094_R095_aRosterCarriesTheReminderThatItIsConfidential() {
        assertThat(flat(english("results"))).contains("TLP:AMBER", "do not share it outside the TLD-OPS community, nor pass on what the list generates automatically");
    }

    @Test
    void X13_R022_R040_everyQuestionSaysThatMembershipIsPublished() {
        assertThat(questions(Language.EN, "invitation", "invitation-reminder")).allSatisfy((_, text) -> assertThat(text).contains("membership is published", "public directory"));
        assertThat(questions(Language.FR, "invitation", "invitation-reminder")).allSatisfy((_, text) -> assertThat(text).contains("L'adhésion est publique", "répertoire public"));
    }

    @Test
    void P6_everyQuestionSaysInItsFirstLinesNotToForwardIt() {
        for (Language language : Language.values()) {
            String words = language == Language.EN ? "do not forward this letter" : "ne pas transférer cette lettre";
            assertThat(questions(language, "action-question", "asked-back", "provisional", "escalation"))
                    .allSatisfy((_, text) -> assertThat(text.indexOf(words)).isBetween(0, 450));
        }
    }

    @Test
    void N04_everyQuestionStatesItsLastDayWithTheZone() {
        assertThat(questions(Language.EN, "invitation", "invitation-reminder", "correction"))
                .allSatisfy((_, text) -> assertThat(text).containsPattern("The last day is \\w+ \\d+ December 2026 \\((Europe/Amsterdam|Asia/Shanghai)\\)"));
    }

    @Test
    void P2_theQuestionShowsEachPersonBeforeAndAfter() {
        assertThat(english("question.representative").text()).contains("""
                  Jan Jansen (secondary)
                    jan.jansen@registry.example
                    +31 6 5550 1234

                SSCs of .nl today:

                  Marie de Vries (primary)
                    marie@registry.example, marie@elsewhere.test
                    06 5550 5678 (+31655505678)
                  Piet Bakker (rank 3)
                    piet@registry.example
                    +31-6-5550-9999

                and after your confirmation:

                  Marie de Vries (primary)
                  Jan Jansen (secondary), new
                  Piet Bakker (rank 3)
                """);
    }

    @Test
    void onlyLettersThatCarryTheTemplateHaveItsHeading() {
        for (Language language : Language.values()) {
            Map<String, Content> others = Samples.all().entrySet().stream()
                    .filter(sample -> !sample.getKey().startsWith("invitation") && !sample.getKey().startsWith("joint-invitation") && !sample.getKey().startsWith("correction") && !sample.getKey().startsWith("modify-form") && !sample.getKey().equals("silent-contacts") && !sample.getKey().startsWith("replacement"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

            assertThat(others.values()).allSatisfy(content -> assertThat(WORDING.word(Samples.letter(content, language)).text())
                    .doesNotContain("Contact Person #", "Personne à contacter n"));
        }
    }

    @Test
    void N06_theCorrectionMarksOnlyTheBadLines() {
        assertThat(english("correction").text()).contains("""
                Contact Person #1 (primary):
                Name: Jan Jansen
                *** (!) This is not an e-mail address we can write to.
                Email address: jan.jansen registry.example
                Mobile phone number: +31 6 5550 1234
                """);
    }

    @Test
    void N10_theLinksOpenAReadyAnswerToTheSecretAddress() {
        assertThat(english("asked-back.verdict").text()).contains(
                "mailto:tld-ops-request%2B0123456789abcdefghjkmnpqrs@lists.dns-oarc.example?subject=Re%3A%20TLD-OPS&body=confirm\n",
                "&body=deny\n");
    }

    @Test
    void P5_theNeutralAnswerIsTheSameForEverybody() {
        Set<Worded> answers = List.of("who", "password", "jan@registry.example").stream()
                .map(command -> WORDING.word(withCase(new Content.NeutralAnswer(command), command.length())))
                .collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
    }

    @Test
    void X27_aMissingAddressOfAPageLeavesItsSentenceOut() {
        var list = new tldops.core.Rules.MailingList("ops", "lists.test", List.of(), Map.of());
        var rules = new tldops.core.Rules(list, Set.of(), Samples.RULES.ssc(), Samples.RULES.trust(), Samples.RULES.quotas(), Samples.RULES.times(), Samples.RULES.urgent(), Samples.RULES.keeping(), true, Map.of(), Samples.RULES.listCalendar(), Samples.RULES.changes(), Samples.RULES.posting(), Samples.RULES.bulletins(), Samples.RULES.batches(), Samples.RULES.contacts(), Samples.RULES.bounces(), Samples.RULES.looks(), Samples.RULES.anchor());
        Wording bare = new Wording(Optional.empty(), rules, Samples.SECRETARIAT);

        for (Language language : Language.values()) {
            assertThat(Samples.all().values()).allSatisfy(content -> assertThat(bare.word(Samples.letter(content, language)).text()).doesNotContain("http", "\n\n\n"));
        }
    }

    @Test
    void theFirstOfAMonthIsWrittenAsTheFrenchDo() {
        assertThat(Dates.last(new Content.LastDay(LocalDate.of(2026, 12, 1), ZoneId.of("Europe/Paris")), Language.FR)).isEqualTo("mardi 1er décembre 2026 (Europe/Paris)");
    }

    private static Map<String, String> questions(Language language, String... more) {
        Set<String> extra = Set.of(more);
        return Samples.all().keySet().stream()
                .filter(name -> QUESTIONS.contains(name.replaceAll("\\..*", "")) || extra.contains(name.replaceAll("\\..*", "")))
                .collect(Collectors.toMap(name -> name, name -> flat(word(name, language))));
    }

    private static Letter withCase(Content content, long number) {
        Letter plain = Samples.letter(content, Language.EN);
        return new Letter(plain.id(), content, plain.language(), plain.to(), plain.cc(), Optional.empty(), true, Optional.empty(), number, Letter.Envelope.NULL, false, false, plain.bestBefore());
    }
}
