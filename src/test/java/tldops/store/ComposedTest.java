package tldops.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A list that all readers of an edition get is in memory once, however many they are (DESIGN 1.8).
class ComposedTest {
    private static Store.Composed letter(String id, String own, String rest) {
        byte[] bytes = Sample.bytes("Subject: list\r\n\r\n" + own + rest);
        return Store.Composed.of(Sample.letter(id, false, false), "", Sample.letter(id, false, false).to(), id, bytes, bytes.length - rest.length());
    }

    @Test
    void what_two_letters_have_alike_is_in_memory_once() {
        Store.Composed anna = letter("a", "Dear Anna\r\n", "the list");
        Store.Composed bram = letter("b", "Dear Bram\r\n", "the list").sharing(anna);

        assertThat(bram.rest()).isSameAs(anna.rest());
        assertThat(bram.bytes()).asString().endsWith("Dear Bram\r\nthe list");
    }

    @Test
    void another_list_is_its_own() {
        Store.Composed other = letter("b", "Dear Bram\r\n", "another list");

        assertThat(other.sharing(letter("a", "Dear Anna\r\n", "the list"))).isSameAs(other);
    }

    @Test
    void the_headers_are_never_shared() {
        byte[] bytes = Sample.bytes("Subject: x\r\n\r\nbody");

        assertThat(Store.Composed.of(Sample.letter("a", false, false), "", Sample.letter("a", false, false).to(), "a", bytes, 0).own()).asString().isEqualTo("Subject: x\r\n\r\n");
    }
}
