package tldops.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tldops.core.Address;
import tldops.core.Person;
import tldops.core.Phone;
import tldops.core.Tld;

/// Values of the core's records at random, from a seed: every component filled with something of its type.
public final class Arbitrary {
    private final Random random;

    public Arbitrary(long seed) {
        random = new Random(seed);
    }

    public <T> T of(Class<T> type) {
        return type.cast(of(type, Map.of()));
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Object of(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) return of(bound.get(variable), bound);
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Map<TypeVariable<?>, Type> inside = new HashMap<>(bound);
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                Type argument = generic.getActualTypeArguments()[i];
                inside.put(raw.getTypeParameters()[i], argument instanceof TypeVariable<?> variable ? bound.get(variable) : argument);
            }
            if (raw == Optional.class) return random.nextBoolean() ? Optional.empty() : Optional.of(of(generic.getActualTypeArguments()[0], bound));
            if (raw == List.class) return some(generic.getActualTypeArguments()[0], bound);
            if (raw == Map.class) return entries(generic.getActualTypeArguments()[1], bound);
            if (raw == Set.class) return new HashSet<>(some(generic.getActualTypeArguments()[0], bound));
            return of(raw, inside);
        }
        return of((Class<?>) type, bound);
    }

    private Map<String, Object> entries(Type type, Map<TypeVariable<?>, Type> bound) {
        Map<String, Object> all = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) all.put(text(), of(type, bound));
        return all;
    }

    private List<Object> some(Type type, Map<TypeVariable<?>, Type> bound) {
        List<Object> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) all.add(of(type, bound));
        return all;
    }

    private Object of(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        if (type == String.class) return text();
        if (type == long.class) return random.nextLong(1000);
        if (type == int.class) return random.nextInt(10);
        if (type == boolean.class) return random.nextBoolean();
        if (type == Instant.class) return Instant.ofEpochSecond(1_800_000_000L + random.nextInt(10_000_000), random.nextInt(1_000_000) * 1000L);
        if (type == LocalDate.class) return LocalDate.of(2027, 1, 1).plusDays(random.nextInt(1000));
        if (type == Address.class) return Address.of("person" + random.nextInt(20) + "@registry" + random.nextInt(3) + ".example");
        if (type == Tld.class) return one(List.of(new Tld("nl"), new Tld("fr"), new Tld("xn--fiqs8s"), new Tld("br")));
        if (type == Person.class) return new Person(text(), List.of(of(Address.class), of(Address.class)), of(Phone.class));
        if (type.isEnum()) return one(List.of(type.getEnumConstants()));
        if (type.isSealed()) return of(one(List.of(type.getPermittedSubclasses())), Map.of());
        if (type.isRecord()) return record(type, bound);
        throw new AssertionError("no arbitrary " + type);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        String letters = "abc ÄØ中\n\"\\\u0001😀";
        for (int i = random.nextInt(12); i > 0; i--) text.appendCodePoint(letters.codePoints().toArray()[random.nextInt(12)]);
        return text.toString();
    }

    private Object record(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = of(components[i].getGenericType(), bound);
            }
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }
}
