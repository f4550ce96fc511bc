package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tldops.core.Case;
import tldops.core.Delegate;
import tldops.core.Event;
import tldops.core.Guest;
import tldops.core.Kept;
import tldops.core.Matter;
import tldops.core.Member;
import tldops.core.Post;
import tldops.core.Request;
import tldops.core.Stage;

/// What is kept as JSON comes back as it was.
class DocumentsTest {
    static Stream<Class<?>> kept() {
        return Stream.of(
                        Stream.of(Stage.class, Matter.class, Event.Order.class, Request.Command.class, Kept.class).flatMap(sealed -> Stream.of(sealed.getPermittedSubclasses())),
                        Stream.<Class<?>>of(Member.class, Guest.class, Delegate.class, Post.class, Case.class, Event.Sent.class, Event.GivenUp.class))
                .flatMap(types -> types);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void every_kind_comes_back_equal(Class<?> type) {
        for (long seed = 0; seed < 200; seed++) {
            Object before = new Arbitrary(seed).of(type);

            Object after = Documents.read(Documents.write(before), type);

            assertThat(after).as("seed " + seed).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_case_of_a_sealed_interface_is_found_by_its_simple_name(Class<?> type) {
        Object before = new Arbitrary(7).of(type);

        for (Class<?> sealed : List.of(Stage.class, Matter.class, Event.Order.class)) {
            if (!sealed.isInstance(before)) continue;
            String json = Documents.write(before);
            assertThat(json).startsWith("{\"type\":\"" + type.getSimpleName() + "\"");
            assertThat(Documents.read(json, sealed)).isEqualTo(before);
        }
    }

    @Test
    void a_document_that_lacks_something_is_refused_without_being_quoted() {
        String json = Documents.write(new Event.GivenUp("abc", "secret words")).replace("\"letter\":\"abc\",", "");

        assertThatThrownBy(() -> Documents.read(json, Event.GivenUp.class))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("GivenUp").hasMessageNotContaining("secret words");
    }
}
