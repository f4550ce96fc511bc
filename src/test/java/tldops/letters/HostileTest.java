package tldops.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Worded;

/// What a sender writes stays a value, and what an operator gets wrong in a template is told with file and line.
class HostileTest {
    private static final Wording WORDING = new Wording(Optional.empty(), Samples.RULES, Samples.SECRETARIAT);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}", "<#include \"/etc/passwd\">", "<@p.bye/>", "#{1+1}", "[=7*7]", "<#assign x=1>", "${\"freemarker.template.utility.Execute\"?new()(\"id\")}"})
    void aNameThatLooksLikeATemplateStaysText(String name) {
        Worded worded = request(name);

        assertThat(worded.subject()).isEqualTo("TLD-OPS Authentication Request (.nl, " + name + ") [case 12]");
        assertThat(worded.text()).contains("\nName: " + name + "\n");
    }

    @Test
    void aNameWithLineBreaksCanNotAddALine() {
        Worded worded = request("Jan\r\nBcc: all@lists.test\r\n\r\nconfirm\u2028x\u0000\u0085y");

        assertThat(worded.subject()).isEqualTo("TLD-OPS Authentication Request (.nl, Jan Bcc: all@lists.test confirm x y) [case 12]");
        assertThat(worded.text()).contains("\nName: Jan Bcc: all@lists.test confirm x y\n").doesNotContain("\r");
    }

    @Test
    void directionMarksAndInvisibleCharactersAreTakenOut() {
        Worded worded = request("Jan\u202enesnaJ\u2066\u200b\ufeff\u00ad");

        assertThat(worded.subject()).contains("JannesnaJ)");
        assertThat(worded.text()).contains("\nName: JannesnaJ\n");
    }

    @Test
    void joinersThatANameNeedsStayInTheTextAndLeaveTheSubject() {
        Worded worded = request("علی\u200cرضا");

        assertThat(worded.subject()).contains("علیرضا");
        assertThat(worded.text()).contains("علی\u200cرضا");
    }

    @Test
    void aVeryLongNameLeavesTheCaseNumberInTheSubject() {
        Worded worded = request("J\ud83d\ude00".repeat(500));

        assertThat(worded.subject()).hasSizeLessThanOrEqualTo(200).endsWith("… [case 12]");
    }

    @Test
    void aLetterNeverShowsWhatIsKeptOfPasswords() throws IOException {
        override("en/question.ftl", "Subject: x\n\n<#list present as it><#list it as key, value>${key} </#list></#list>");

        Worded worded = overridden().word(Samples.letter(Samples.all().get("question.late"), Language.EN));

        assertThat(worded.text().split("\\s")).containsOnly("rank", "person", "fresh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${\"freemarker.template.utility.Execute\"?new()(\"id\")}", "${tld?api.class}", "${tld.class}", "${list.getClass()}"})
    void anOverridingTemplateCanNotReachIntoTheMachine(String attack) throws IOException {
        override("en/too-late.ftl", "Subject: x\n\n" + attack + "\n");
        Wording wording = overridden();

        assertThatThrownBy(() -> wording.word(Samples.letter(new Content.TooLate(Samples.NL), Language.EN)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(folder.resolve("en/too-late.ftl") + ":3:");
    }

    @Test
    void aTextInTheFolderReplacesOursAndStillFindsTheSharedSentences() throws IOException {
        override("fr/too-late.ftl", "<#import \"parts.ftl\" as p>\nSubject: Trop tard (${tld})\n\nBonjour.\n<@p.bye/>\n");

        Worded worded = overridden().word(Samples.letter(new Content.TooLate(Samples.NL), Language.FR));

        assertThat(worded).isEqualTo(new Worded("Trop tard (.nl) [case 12]", "Bonjour.\n\nCordialement,\n\nSecrétariat de la ccNSO\n"));
    }

    @Test
    void everythingWrongWithTheFolderIsToldInOneGo() throws IOException {
        override("en/invitaton.ftl", "Subject: x\n\n");
        override("de/help.ftl", "Subject: x\n\n");

        assertThatThrownBy(this::overridden).isInstanceOf(IllegalArgumentException.class).hasMessage(
                folder.resolve("de/help.ftl") + ": no letter has a template of this name\n" + folder.resolve("en/invitaton.ftl") + ": no letter has a template of this name");
    }

    @Test
    void aBrokenTemplateIsToldWithFileAndLine() throws IOException {
        override("en/help.ftl", "Subject: x\n\n<#if\n");
        override("fr/help.ftl", "Subject: x\n${");

        assertThatThrownBy(this::overridden).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.resolve("en/help.ftl") + ":").hasMessageContaining(folder.resolve("fr/help.ftl") + ":2: ");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> new Wording(Optional.of(nowhere), Samples.RULES, Samples.SECRETARIAT)).hasMessage(nowhere + ": no such folder of templates");
    }

    @Test
    void aTemplateThatAsksForWhatIsNotThereIsToldWithoutTheLettersData() throws IOException {
        override("en/authentication-request.ftl", "Subject: x\n\n${applicant.name}\n${applicant.secretName?number}\n");
        Wording wording = overridden();

        assertThatThrownBy(() -> wording.word(Samples.letter(Samples.all().get("authentication-request"), Language.EN)))
                .hasMessage(folder.resolve("en/authentication-request.ftl") + ":4: can not be filled in: applicant.secretName")
                .hasNoCause();
    }

    @Test
    void aTemplateWithoutASubjectIsTold() throws IOException {
        override("en/help.ftl", "Hello,\n\nhelp\n");
        Wording wording = overridden();

        assertThatThrownBy(() -> wording.word(Samples.letter(new Content.Help(3), Language.EN))).hasMessageContaining("help.ftl does not begin with a line Subject:");
    }

    private Wording overridden() {
        return new Wording(Optional.of(folder), Samples.RULES, Samples.SECRETARIAT);
    }

    private void override(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static Worded request(String name) {
        Person person = new Person(name, Samples.JAN.addresses(), new Phone("+31 6 5550 1234", "+31655501234", true, "NL"));
        return WORDING.word(Samples.letter(new Content.AuthenticationRequest(Samples.NL, person, true, List.of(), Samples.LAST, false, false), Language.EN));
    }
}
