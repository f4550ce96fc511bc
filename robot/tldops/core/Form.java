package tldops.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A filled-in template as it was written (A.1/A.2 and the leaflet: R073, R084-R090), each field with its line.
///
/// @param language of its labels
/// @param tlds from a `ccTLD:` line or the leaflet's signature; a field without value names none we know
/// @param statement whether the sentence that confirms the responsibility stands in it
/// @param quoted filled in inside the quoted copy of our own letter: counts only with that letter's secret
public record Form(Language language, List<Entry> entries, List<Field<Tld>> tlds, boolean statement, boolean quoted) {
    /// One contact person block.
    ///
    /// @param number the number in its heading, 1 = primary: the rank; 0 when a correction brings lines without a heading
    public record Entry(int number, Field<String> name, Field<List<Address>> email, Field<Phone> phone) {
        /// Nothing filled in: an unused block of the template.
        public boolean empty() {
            return name.blank() && email.blank() && phone.blank();
        }

        Entry numbered(int other) {
            return new Entry(other, name, email, phone);
        }

        /// Whether each line that a correction brings can not be read here.
        boolean lacks(Entry by) {
            return (by.name.blank() || name.value.isEmpty()) && (by.email.blank() || email.value.isEmpty()) && (by.phone.blank() || phone.value.isEmpty());
        }

        Entry mended(Entry by) {
            return new Entry(number, name.mended(by.name), email.mended(by.email), phone.mended(by.phone));
        }
    }

    /// One value.
    ///
    /// @param line 1-based line of the newly written text, 0 when the field is not there
    /// @param typed as written; "" when left empty or still the template's placeholder
    /// @param value what it reads as; empty list when it can not be read
    public record Field<T>(int line, String typed, List<T> value) {
        public static <T> Field<T> none() {
            return new Field<>(0, "", List.of());
        }

        public static <T> Field<T> unread(int line, String typed) {
            return new Field<>(line, typed, List.of());
        }

        public static <T> Field<T> read(int line, String typed, T value) {
            return new Field<>(line, typed, List.of(value));
        }

        public boolean blank() {
            return typed.isBlank();
        }

        Field<T> mended(Field<T> by) {
            return by.blank() ? this : by;
        }
    }

    /// This form with the fields that a correction brings put in the place of the old ones (N06).
    ///
    /// A whole form takes the place of the old one, so that somebody can also be left out.
    public Form mended(Form by) {
        if (by.whole()) return by.tlds.isEmpty() ? new Form(by.language, by.entries, tlds, by.statement, by.quoted) : by;
        Map<Integer, Entry> merged = new TreeMap<>();
        for (Entry entry : entries) merged.put(entry.number(), entry);
        for (Entry entry : by.entries) merged.merge(home(entry), entry.numbered(home(entry)), Entry::mended);
        List<Entry> sorted = new ArrayList<>(merged.values());
        sorted.sort(Comparator.comparingInt(Entry::number));
        return new Form(by.language, List.copyOf(sorted), by.tlds.isEmpty() ? tlds : by.tlds, statement || by.statement, by.quoted);
    }

    /// The block that lines without a heading belong to: the only one that lacks them, or the only one there is. 0 when
    /// that is not certain, so that nobody's data is overwritten by another's.
    private int home(Entry by) {
        if (by.number != 0) return by.number;
        List<Entry> lacking = filled().stream().filter(entry -> entry.lacks(by)).toList();
        if (lacking.size() == 1) return lacking.getFirst().number();
        return filled().size() == 1 ? filled().getFirst().number() : 0;
    }

    private boolean whole() {
        return statement && !filled().isEmpty()
                && filled().stream().allMatch(entry -> entry.number() > 0 && entry.name().line() > 0 && entry.email().line() > 0 && entry.phone().line() > 0);
    }

    /// The blocks that somebody filled in.
    public List<Entry> filled() {
        return entries.stream().filter(entry -> !entry.empty()).toList();
    }
}
