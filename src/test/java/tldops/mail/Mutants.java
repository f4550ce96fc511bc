package tldops.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Mails and lists as they come when somebody or something has been at them.
public final class Mutants {
    private Mutants() {}

    /// Lines behind the first empty one left out, doubled, moved, joined, or replaced by others.
    ///
    /// @param others lines that belong elsewhere
    public static byte[] rewritten(byte[] mail, List<String> others, RandomGenerator chance) {
        String text = new String(mail, StandardCharsets.UTF_8);
        int top = text.indexOf("\r\n\r\n") + 1;
        List<String> lines = new ArrayList<>(List.of(text.substring(top).split("\r?\n", -1)));
        for (int times = chance.nextInt(1, 4); times > 0; times--) {
            int at = chance.nextInt(lines.size());
            String line = lines.get(at);
            String other = others.get(chance.nextInt(others.size()));
            switch (chance.nextInt(8)) {
                case 0 -> lines.add(at, other);
                case 1 -> lines.set(at, other);
                case 2 -> lines.add(chance.nextInt(lines.size()), line);
                case 3 -> lines.set(at, "> " + line);
                case 4 -> lines.set(at, line.toUpperCase(java.util.Locale.ROOT));
                case 5 -> lines.set(at, line + " " + other);
                case 6 -> lines.set(at, line.replaceAll("[0-9]+", Integer.toString(chance.nextInt())));
                default -> lines.set(at, "");
            }
        }
        return (text.substring(0, top) + String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8);
    }

    /// Bits flipped, parts cut out or put in, of itself or of another.
    public static byte[] mutate(byte[] one, byte[] other, RandomGenerator chance) {
        byte[] mutant = one.clone();
        for (int times = chance.nextInt(1, 5); times > 0; times--) {
            mutant = switch (chance.nextInt(5)) {
                case 0 -> flipped(mutant, chance);
                case 1 -> cut(mutant, chance);
                case 2 -> spliced(mutant, mutant, chance);
                case 3 -> spliced(mutant, other, chance);
                default -> noise(mutant, chance);
            };
        }
        return mutant;
    }

    private static byte[] flipped(byte[] mail, RandomGenerator chance) {
        for (int i = 0; i < 1 + mail.length / 200 && mail.length > 0; i++) mail[chance.nextInt(mail.length)] ^= (byte) (1 << chance.nextInt(8));
        return mail;
    }

    private static byte[] cut(byte[] mail, RandomGenerator chance) {
        int from = chance.nextInt(mail.length + 1);
        int to = chance.nextInt(from, mail.length + 1);
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(mail, 0, from);
        rest.write(mail, to, mail.length - to);
        return rest.toByteArray();
    }

    private static byte[] spliced(byte[] mail, byte[] other, RandomGenerator chance) {
        int at = chance.nextInt(mail.length + 1);
        int from = chance.nextInt(other.length + 1);
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(mail, 0, at);
        more.write(other, from, other.length - from);
        more.write(mail, at, mail.length - at);
        return more.toByteArray();
    }

    private static byte[] noise(byte[] mail, RandomGenerator chance) {
        byte[] noise = new byte[chance.nextInt(1, 20)];
        chance.nextBytes(noise);
        return spliced(mail, noise, chance);
    }
}
