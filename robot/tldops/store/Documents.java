package tldops.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tldops.core.Event;
import tldops.core.Kept;
import tldops.core.Matter;
import tldops.core.Request;
import tldops.core.Stage;

/// Members, cases and events as JSON and back: the one place where a state becomes text (DESIGN 3).
///
/// A record is an object of its components; a case of a sealed interface carries its simple name as `type`. A document
/// that lacks a component or has one too many is refused: a change of the core needs a migration, never a guess.
public final class Documents {
    private static final List<Class<?>> SEALED = List.of(Stage.class, Matter.class, Event.Order.class, Request.Command.class, Kept.class);
    private static final JsonMapper MAPPER = mapper();

    private Documents() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        for (Class<?> sealed : SEALED) {
            builder.addMixIn(sealed, Typed.class);
            for (Class<?> permitted : sealed.getPermittedSubclasses()) builder.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
        }
        return builder.build();
    }

    public static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException("cannot be a document: " + document.getClass().getName(), failed);
        }
    }

    public static byte[] bytes(Object document) {
        return write(document).getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException when the text is no such document
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException failed) {
            // without Jackson's message, which quotes the document
            throw new IllegalArgumentException("not a " + type.getSimpleName() + " document: " + failed.getClass().getSimpleName());
        }
    }

    public static <T> T read(byte[] json, Class<T> type) {
        return read(new String(json, StandardCharsets.UTF_8), type);
    }
}
