package tldops.letters;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Content;
import tldops.core.Language;
import tldops.core.Letter;
import tldops.core.Phone;
import tldops.core.Tld;
import tldops.core.Token;

/// Words one invented letter after the other, of every kind, in every language, with every choice that a letter can hold:
/// a template that would fail in the middle of a decision fails here (R068).
public final class Rehearsal {
    /// As many as the longest choice between named values has, and twice for yes and no.
    private static final int ROUNDS = 24;

    private Rehearsal() {}

    /// What goes wrong, once for each template; empty when nothing does.
    public static List<String> troubles(Wording wording) {
        List<String> troubles = new ArrayList<>();
        for (Class<?> kind : Content.worded())
            for (Language language : Language.values()) trouble(wording, kind, language).ifPresent(troubles::add);
        return troubles;
    }

    private static Optional<String> trouble(Wording wording, Class<?> kind, Language language) {
        for (int round = 0; round < ROUNDS; round++) {
            try {
                var _ = wording.word(letter((Content) sample(kind, round), language));
            } catch (IllegalStateException broken) {
                return Optional.of(language.tag() + "/" + Templates.name(kind) + ": " + broken.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Letter letter(Content content, Language language) {
        Optional<Token> token = Token.parse("0123456789abcdefghjkmnpqrs");
        return new Letter("sample", content, language, List.of(Address.of("jan@registry.example")), List.of(), token, false, Optional.empty(), 7, Letter.Envelope.VERP, false, false, Instant.MAX);
    }

    private static Object sample(Type type, int round) {
        if (type instanceof ParameterizedType many) {
            Type part = many.getActualTypeArguments()[0];
            if (many.getRawType() == Optional.class) return round % 3 == 2 ? Optional.empty() : Optional.of(sample(part, round));
            return many.getRawType() == Set.class ? Set.of(sample(part, round)) : List.of(sample(part, round));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) return "a word";
        if (plain == int.class) return round % 5 + 1;
        if (plain == long.class) return round % 5 + 1L;
        if (plain == boolean.class) return round % 2 == 0;
        if (plain == Instant.class) return Instant.parse("2027-01-18T09:00:00Z");
        if (plain == LocalDate.class) return LocalDate.of(2027, 1, 18);
        if (plain == ZoneId.class) return ZoneId.of("Europe/Paris");
        if (plain == Tld.class) return Tld.of("nl");
        if (plain == Address.class) return Address.of("jan@registry.example");
        if (plain == Phone.class) return new Phone("+31 6 5550 1234", "+31655501234", true, "NL");
        if (plain.isSealed()) return sample(plain.getPermittedSubclasses()[round % plain.getPermittedSubclasses().length], round);
        if (plain.isEnum()) return plain.getEnumConstants()[round % plain.getEnumConstants().length];
        return record(plain, round);
    }

    private static Object record(Class<?> type, int round) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(parts).map(part -> sample(part.getGenericType(), round)).toArray());
        } catch (ReflectiveOperationException | RuntimeException impossible) {
            throw new AssertionError("no sample of " + type.getSimpleName(), impossible);
        }
    }
}
