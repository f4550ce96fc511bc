package tldops.fuzz;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Form;
import tldops.core.Request;

/// What holds for whatever came out of a stranger's bytes, however they are made (MAIL_RULES 29, 30).
public final class Sound {
    /// Of the processor, not of the clock on the wall; sanitizers and a busy machine make an input some ten times as slow.
    private static final Duration MOST = Duration.ofSeconds(8);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private Sound() {}

    /// What fuzzing begins with; `make test`, in which each specimen is read by other tests, takes every eighth.
    public static Stream<byte[]> seeds(Stream<byte[]> all) {
        List<byte[]> seeds = all.toList();
        int step = Boolean.getBoolean("fuzz") ? 1 : 8;
        return IntStream.range(0, seeds.size()).filter(at -> at % step == 0).mapToObj(seeds::get);
    }

    /// Reads twice: it ends soon, and the same bytes say the same.
    public static <T> T twice(Supplier<T> reading) {
        long before = THREADS.getCurrentThreadCpuTime();
        T first = reading.get();
        long taken = THREADS.getCurrentThreadCpuTime() - before;
        assertTrue(taken < MOST.toNanos(), () -> "took " + Duration.ofNanos(taken) + " of the processor");
        assertEquals(first, reading.get(), "the same bytes read otherwise the second time");
        return first;
    }

    /// One we can write to (CVE-2025-7962).
    public static void address(Address address) {
        String text = address.toString();
        assertTrue(ASCII.matcher(text).matches() && text.length() <= 254, () -> "not an address in ASCII: " + text);
        assertEquals(Optional.of(address), Address.parse(text), "it does not read back as the same");
        assertEquals(text, Clean.line(text), "it may not stand in a header");
        assertEquals(1, text.chars().filter(c -> c == '@').count(), text);
    }

    /// One line in which nothing is hidden.
    public static void line(String text) {
        assertTrue(!HIDDEN.matcher(text).find(), () -> "it holds what is not seen: " + escaped(text));
    }

    /// Lines in which nothing is hidden.
    public static void lines(String text) {
        line(text.replace('\n', ' '));
    }

    /// What was asked for.
    public static void request(Request request) {
        switch (request) {
            case Request.FilledIn(Form form) -> form(form);
            case Request.Commands commands -> commands.commands().forEach(command -> line(command.words()));
            case Request.Post post -> post.commands().forEach(command -> line(command.words()));
            case Request.Bounced(_, var failed, var summary, var about) -> {
                assertTrue(failed.size() <= 100, "more failures than are read");
                failed.stream().flatMap(failure -> failure.recipient().stream()).forEach(Sound::address);
                failed.forEach(failure -> assertTrue(failure.status().matches("|[245]\\.\\d{1,3}\\.\\d{1,3}"), failure.status()));
                assertAll(() -> line(summary), () -> line(about));
            }
            case Request.Automatic automatic -> line(automatic.reason());
            case Request.Complained complained -> line(complained.summary());
            case Request.Unclear(var reason) -> line(reason);
            case Request.Answered _ -> { }
        }
    }

    public static void form(Form form) {
        assertTrue(form.entries().size() <= 20, "more blocks than are read");
        for (Form.Entry entry : form.entries()) {
            assertTrue(entry.number() >= 0, "a rank below zero");
            assertAll(() -> line(entry.name().typed()), () -> line(entry.email().typed()), () -> line(entry.phone().typed()));
            entry.name().value().forEach(Sound::line);
            entry.email().value().forEach(list -> list.forEach(Sound::address));
            entry.phone().value().forEach(phone -> assertTrue(phone.e164().matches("\\+[0-9]{7,15}"), phone.e164()));
        }
        form.tlds().forEach(field -> line(field.typed()));
        form.tlds().forEach(field -> field.value().forEach(tld -> assertTrue(tld.label().matches("[a-z0-9-]{2,63}"), tld.label())));
    }

    private static String escaped(String text) {
        StringBuilder seen = new StringBuilder();
        text.chars().forEach(c -> seen.append(c > ' ' && c < 0x7f ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c)));
        return seen.toString();
    }
}
