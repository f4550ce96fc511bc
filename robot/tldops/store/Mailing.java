package tldops.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tldops.core.Address;

/// A row of a letter to many: its subscribers, and which of them are done with. A sign for each of them is written behind
/// what the relay says; the file `leaving` holds what the row does not know yet.
public final class Mailing {
    /// A relay need not take more in one transaction (RFC 5321 4.5.3.1.8).
    static final int MOST = 100;

    private static final char OPEN = '.';
    private static final char TAKEN = 'x';
    private static final char REFUSED = '-';
    private static final String PART = "/";

    private final String row;
    private final List<Address> subscribers;
    private final char[] marks;
    private Map<Address, Integer> places = Map.of();
    private String written;
    private String reason = "";

    /// @param row what its letter is called in the table
    /// @param done as it stands there
    Mailing(String row, List<Address> subscribers, String done) {
        this.row = row;
        this.subscribers = List.copyOf(subscribers);
        marks = done.isEmpty() ? String.valueOf(OPEN).repeat(subscribers.size()).toCharArray() : done.toCharArray();
        if (marks.length != subscribers.size()) throw new IllegalStateException("row " + row.substring(row.indexOf(PART)) + " of a letter to " + subscribers.size() + " has " + marks.length + " signs");
        written = done;
    }

    /// The subscribers of a letter, each once, those of a domain together, cut into the parts that stand in a row each.
    static List<List<Address>> parts(Collection<Address> subscribers) {
        Map<String, Address> once = new LinkedHashMap<>();
        subscribers.forEach(address -> once.putIfAbsent(address.key(), address));
        Comparator<Map.Entry<String, Address>> order = Comparator.comparing(each -> each.getValue().domain());
        List<Address> all = once.entrySet().stream().sorted(order.thenComparing(Map.Entry::getKey)).map(Map.Entry::getValue).toList();
        return IntStream.range(0, (all.size() + MOST - 1) / MOST).mapToObj(part -> List.copyOf(all.subList(part * MOST, Math.min(all.size(), (part + 1) * MOST)))).toList();
    }

    /// What the row of a part is called.
    static String row(String letter, int part) {
        return letter + PART + part;
    }

    /// The id of the letter that a row belongs to.
    static String letter(String row) {
        int slash = row.indexOf(PART);
        return slash < 0 ? row : row.substring(0, slash);
    }

    /// All rows of a letter are called something from the first to before the second.
    static List<String> rows(String letter) {
        return List.of(letter + PART, letter + (char) (PART.charAt(0) + 1));
    }

    String row() {
        return row;
    }

    List<Address> subscribers() {
        return subscribers;
    }

    /// Who does not have it yet.
    public synchronized List<Address> left() {
        return IntStream.range(0, marks.length).filter(at -> marks[at] == OPEN).mapToObj(subscribers::get).toList();
    }

    synchronized List<Integer> places(Collection<Address> some) {
        if (places.isEmpty()) {
            Map<Address, Integer> all = new HashMap<>();
            for (int at = 0; at < subscribers.size(); at++) all.put(subscribers.get(at), at);
            places = Collections.unmodifiableMap(all);
        }
        return some.stream().map(address -> Objects.requireNonNull(places.get(address), "a subscriber of this row")).toList();
    }

    synchronized void taken(Collection<Integer> some) {
        some.forEach(at -> marks[at] = TAKEN);
    }

    synchronized void refused(Collection<Integer> some, String why) {
        some.forEach(at -> marks[at] = REFUSED);
        if (reason.isEmpty()) reason = why;
    }

    synchronized void reopened(Collection<Integer> some) {
        some.forEach(at -> marks[at] = OPEN);
    }

    /// Why the first of those did not get it who did not; "" when all got it.
    synchronized String reason() {
        return reason;
    }

    synchronized boolean someTaken() {
        return count(marks, TAKEN) > 0;
    }

    /// Whether all are done with.
    synchronized boolean over() {
        return count(marks, OPEN) == 0;
    }

    /// As it is to stand in the table.
    synchronized String done() {
        return new String(marks);
    }

    /// The table has this.
    synchronized void written(String done) {
        written = done;
    }

    /// Whether the table knows less.
    synchronized boolean behind() {
        return !(written.isEmpty() ? String.valueOf(OPEN).repeat(marks.length) : written).equals(new String(marks));
    }

    static int taken(String done) {
        return count(done.toCharArray(), TAKEN);
    }

    static int refused(String done) {
        return count(done.toCharArray(), REFUSED);
    }

    private static int count(char[] marks, char mark) {
        int count = 0;
        for (char each : marks) if (each == mark) count++;
        return count;
    }
}
