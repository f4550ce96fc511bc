package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static tldops.mail.Typed.TEMPLATE;
import static tldops.mail.Typed.entry;
import static tldops.mail.Typed.form;
import static tldops.mail.Typed.read;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Form;
import tldops.core.Phone;
import tldops.core.Request;
import tldops.core.Request.FilledIn;

/// No text is too long, too deep or too broken to be read in time.
class RequestReaderHostileTest {
    @Test
    void a_thousand_blocks_stay_bounded() {
        assertEquals(20, form(TEMPLATE.formatted("Jan", "jan@registry.example", "+31612345678").repeat(1000)).entries().size());
    }

    @Test
    void hostile_texts_are_read_in_time() {
        List<String> hostile = List.of("a".repeat(500_000), "Name ".repeat(100_000), "Name:".repeat(100_000), "(".repeat(200_000), "Contact Person ".repeat(20_000), "Contact Person #1\n".repeat(20_000), "Name:\n".repeat(50_000),
                "confirm ".repeat(50_000), "confirm\n".repeat(50_000), "i confirm that ".repeat(20_000), "je confirme responsable de ".repeat(10_000), "> ".repeat(200_000), "* ".repeat(200_000), " ".repeat(500_000), "\n".repeat(200_000),
                "Email: " + "a@".repeat(100_000), "Email: " + "a@b.example,".repeat(20_000), "Mobile: " + "1 ".repeat(100_000), "ccTLD: " + ".nl ".repeat(50_000), "Claims to be responsible for the security\n".repeat(5_000),
                "<".repeat(100_000) + ">".repeat(100_000), "1. ".repeat(100_000), "\u0301".repeat(300_000), "e\u0301".repeat(100_000), "who " + ".nl ".repeat(50_000), ". ".repeat(100_000), "1 2 3 ".repeat(50_000),
                "Contact Person #1\n" + "Name x\n".repeat(20_000), "Contact Person #1\n" + ("x ".repeat(49) + "\n").repeat(2_000), "a)".repeat(100_000), "*".repeat(200_000), "-".repeat(200_000), "=".repeat(200_000));
        for (String text : hostile) {
            String start = text.substring(0, 12);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RequestReader.read(text, new NewText(text, text, text), true, true), start);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RequestReader.read("", new NewText("hello", text, text), true, true), start);
        }
    }

    @Test
    void mutated_specimens_never_throw_and_never_read_twice_differently() {
        long seed = Long.getLong("seed", 20270118L);
        Random random = new Random(seed);
        List<String> specimens = FormSpecimensTest.texts();
        for (int i = 0; i < 4_000; i++) {
            String text = mutated(specimens.get(random.nextInt(specimens.size())), specimens, random);
            try {
                assertEquals(FormSpecimensTest.reading(text), FormSpecimensTest.reading(text));
                sound(read(text, text, random.nextBoolean()));
            } catch (RuntimeException | StackOverflowError thrown) {
                fail("seed " + seed + ", text " + i + ":\n" + text, thrown);
            }
        }
    }

    private static void sound(Request request) {
        if (!(request instanceof FilledIn(Form form))) return;
        assertTrue(form.entries().size() <= 20);
        for (Form.Entry entry : form.entries()) {
            for (String name : entry.name().value()) assertTrue(name.length() <= 200 && name.equals(Clean.line(name)) && !name.isBlank(), name);
            for (List<Address> addresses : entry.email().value()) for (Address address : addresses) assertEquals(address, Address.of(address.toString()));
            for (Phone phone : entry.phone().value()) assertTrue(phone.e164().matches("\\+[0-9]{7,15}"), phone.toString());
        }
    }

    private static String mutated(String text, List<String> others, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int times = 1 + random.nextInt(8); times > 0; times--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(20));
            switch (random.nextInt(7)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, (char) random.nextInt(0x10000));
                case 2 -> mutated.insert(at, List.of(":", "\n", ">", "<", "@", " ", "#1", "\u202e", "\ud800", "\u0000", ".", "+", "confirm", "Name:", "\r\n").get(random.nextInt(15)));
                case 3 -> mutated.insert(at, mutated.substring(at, end).repeat(1 + random.nextInt(5)));
                case 4 -> {
                    String other = others.get(random.nextInt(others.size()));
                    mutated.insert(at, other, 0, random.nextInt(other.length()));
                }
                case 5 -> mutated.reverse();
                default -> mutated.replace(at, end, mutated.substring(at, end).toUpperCase(java.util.Locale.ROOT));
            }
        }
        return mutated.toString();
    }
}
