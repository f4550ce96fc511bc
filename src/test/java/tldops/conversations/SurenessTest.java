package tldops.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// MAIL_RULES 9 and 10: which level a mail has, by what the DNS says of it and by the secret that it brings.
class SurenessTest {
    private static final String WORLD = """
            ```config
            intake.smtp.border = on
            ```
            ```at 2027-01-14T10:00Z
            ```
            ```dns
            _dmarc.registry.example TXT v=DMARC1; p=reject
            registry.example TXT v=spf1 ip4:127.0.2.7 -all
            mail._domainkey.registry.example TXT KEY
            ```
            ```iana .nl
            admin: hostmaster@registry.example
            ```
            ```order invite .nl
            ```
            """;

    @TempDir
    private Path folder;

    private List<String> sureness(String mail) throws IOException {
        Path file = folder.resolve("00-sureness.md");
        Files.copy(Path.of("src/test/conversations/tldops.conf"), folder.resolve("tldops.conf"));
        List<String> lines = new ArrayList<>(WORLD.lines().toList());
        lines.addAll(("```mail\n" + mail.strip() + "\n```").lines().toList());
        Story story = Story.of(file, lines);
        try (CorePlayer player = new CorePlayer(Rooms.of(StoryConfig.of(story, Files.createDirectory(folder.resolve("robot")), List.of())), 1)) {
            new Performance(story, player, StoryConfig.AUTHSERV).happen();
            return player.sureness();
        }
    }

    @Test
    void rule_10_pass_signed_and_with_the_secret_it_is_b() throws IOException {
        assertThat(sureness("""
                From: hostmaster@registry.example
                Answers: hostmaster@registry.example
                Sealed: mail registry.example
                Client: 127.0.2.7 mail.registry.example

                who are you?
                """)).singleElement().asString().startsWith("B: dmarc=pass");
    }

    @Test
    void rule_10_near_miss_signed_without_the_secret_or_the_secret_alone_is_c() throws IOException {
        assertThat(sureness("""
                From: hostmaster@registry.example
                To: tld-ops-request@lists.example
                Subject: hello
                Sealed: mail registry.example
                Client: 127.0.2.7 mail.registry.example

                who are you?
                """)).singleElement().asString().startsWith("C: dmarc=pass");
    }

    @Test
    void rule_9_near_miss_the_secret_and_spf_alone_are_c() throws IOException {
        assertThat(sureness("""
                From: hostmaster@registry.example
                Answers: hostmaster@registry.example
                Client: 127.0.2.7 mail.registry.example

                who are you?
                """)).singleElement().asString().startsWith("C: dmarc=pass (p=reject) for registry.example rests on SPF alone");
    }

    @Test
    void rule_10_near_miss_somebody_elses_secret_lifts_nobody() throws IOException {
        assertThat(sureness("""
                From: eve@evil.example
                Answers: hostmaster@registry.example
                Client: 127.0.2.66 evil.example

                confirm
                """)).singleElement().asString().startsWith("D: dmarc=none for evil.example");
    }

    @Test
    void rule_10_attack_the_secret_does_not_lift_what_its_domain_disowns() throws IOException {
        assertThat(sureness("""
                From: hostmaster@registry.example
                Answers: hostmaster@registry.example
                Client: 127.0.2.66 evil.example

                confirm
                """)).singleElement().asString().startsWith("F: dmarc=fail");
    }
}
