package tldops.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Worded;

/// Every letter in every language, word for word (L37). `-Dgolden=rewrite` writes the texts anew; review the difference.
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/letters");
    private static final Wording WORDING = new Wording(Optional.empty(), Samples.RULES, Samples.SECRETARIAT);

    static Stream<Arguments> letters() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Samples.all().entrySet().stream().map(sample -> Arguments.of(language, sample.getKey(), sample.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("letters")
    void everyLetterReadsWordForWordAsRecorded(Language language, String name, Content content) throws IOException {
        Path golden = GOLDEN.resolve(language.tag()).resolve(name + ".txt");

        Worded worded = WORDING.word(Samples.letter(content, language));

        String whole = "Subject: " + worded.subject() + "\n\n" + worded.text();
        if ("rewrite".equals(System.getProperty("golden"))) Files.writeString(golden, whole);
        assertThat(whole).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("letters")
    void noLineOfOursIsLongerThanAMailWindow(Language language, String name, Content content) {
        Worded worded = WORDING.word(Samples.letter(content, language));

        assertThat(worded.text()).doesNotContain("${", "<#", "<@").endsWith("\n").doesNotContain("\n\n\n");
        assertThat(worded.text().lines().filter(line -> !line.contains("mailto:")))
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(78))
                .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
        assertThat(worded.subject()).doesNotContain("${", "\n").hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void everyKindOfLetterHasASample() {
        Set<String> kinds = Content.worded().stream().map(Templates::name).collect(Collectors.toSet());

        Map<String, Content> samples = Samples.all();

        assertThat(samples.keySet().stream().map(name -> name.replaceAll("\\..*", ""))).containsAll(kinds);
        samples.forEach((name, content) -> assertThat(name.replaceAll("\\..*", "")).isEqualTo(Templates.name(content.getClass())));
    }

    @Test
    void noGoldenTextIsLeftWithoutALetter() throws IOException {
        for (Language language : Language.values()) {
            try (Stream<Path> files = Files.list(GOLDEN.resolve(language.tag()))) {
                assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\.txt$", ""))).isSubsetOf(Samples.all().keySet());
            }
        }
    }
}
