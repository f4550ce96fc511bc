package tldops.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Member;
import tldops.core.Tld;

/// A desk over a handful of invented rows; it notes every order.
final class SampleDesk {
    static final Instant NOON = Instant.parse("2027-01-18T12:00:00Z");

    final List<String> orders = new ArrayList<>();
    List<Member> members = List.of();
    boolean chainWhole = true;
    String worst = "red";

    Desk desk() {
        return new Desk(
                new Powers(
                        new Powers.Looking(
                                () ->
                                        List.of(
                                                new Rows.Member(
                                                        ".nl",
                                                        1,
                                                        "Anna Voorbeeld",
                                                        List.of("anna@registry.test"),
                                                        "+31612345678",
                                                        NOON,
                                                        Optional.of(NOON),
                                                        ""),
                                                new Rows.Member(
                                                        Tld.of("xn--fiqs8s").display(),
                                                        2,
                                                        "Li Example",
                                                        List.of("li@registry.test", "li@home.test"),
                                                        "+8613912345678",
                                                        NOON,
                                                        Optional.empty(),
                                                        "to be re-confirmed")),
                                all -> all ? List.of(kase(7), kase(8)) : List.of(kase(7)),
                                _ ->
                                        List.of(
                                                new Rows.Inbox(
                                                        3,
                                                        NOON,
                                                        "mail",
                                                        "a@b.test",
                                                        "odd\u001b[31m\nsubject",
                                                        "aside",
                                                        Optional.empty(),
                                                        "bug")),
                                number ->
                                        number == 3
                                                ? Optional.of(
                                                        new Rows.Paper(
                                                                3,
                                                                "aside",
                                                                "bug",
                                                                "Subject: x\n\nfirst\nsecond\u001b[2J"))
                                                : Optional.empty(),
                                _ -> List.of(),
                                _ -> Optional.empty(),
                                last ->
                                        List.of(
                                                new Rows.Journal(
                                                        last,
                                                        NOON,
                                                        "invited",
                                                        ".nl",
                                                        7,
                                                        "",
                                                        "tldops invite",
                                                        0)),
                                () ->
                                        new Rows.Verified(
                                                12,
                                                chainWhole,
                                                chainWhole ? Optional.empty() : Optional.of(5L),
                                                "ab12"),
                                tld ->
                                        List.of(
                                                new Rows.Why(
                                                        NOON,
                                                        "admitted " + tld.label(),
                                                        "both proofs (P2)",
                                                        7,
                                                        "admin@nic.example",
                                                        "B: dmarc=pass",
                                                        "e1",
                                                        "d1")),
                                () ->
                                        List.of(
                                                new Rows.Duty(
                                                        "deadlines",
                                                        "0 */5 * * * ?",
                                                        Optional.empty(),
                                                        Optional.of(NOON))),
                                raw ->
                                        new Rows.Explanation(
                                                "a@b.test",
                                                "no",
                                                new String(raw, StandardCharsets.UTF_8),
                                                List.of(),
                                                List.of("nothing"),
                                                List.of(),
                                                List.of(
                                                        new Rows.Draft(
                                                                List.of("a@b.test"),
                                                                List.of(),
                                                                "Hello",
                                                                "One\nTwo"))),
                                () ->
                                        new Rows.Clock(
                                                NOON,
                                                NOON,
                                                0,
                                                "believed",
                                                Optional.empty(),
                                                "run",
                                                Optional.of(NOON),
                                                Optional.empty(),
                                                Optional.empty()),
                                time -> List.of(new Rows.Forecast("2027-01-25T09:00Z", List.of("admin@registry.test"), "InvitationReminder", "." + time.toHours(), 7)),
                                () -> new Rows.Directory(List.of(".nl", ".中国 (xn--fiqs8s)"), 2, 1, 1),
                                () ->
                                        List.of(
                                                new Rows.Post(
                                                        12,
                                                        NOON,
                                                        "anna@registry.test",
                                                        "TLP:AMBER",
                                                        "Phishing",
                                                        390,
                                                        List.of("li@home.test"))),
                                tld ->
                                        List.of(
                                                new Rows.Iana(tld.exact(), "what counts", "office@registry.test", Optional.empty(), ""),
                                                new Rows.Iana(tld.exact(), "whois.registry.test", "names office@registry.test", Optional.of(NOON), "9f2c")),
                                tlds ->
                                        List.of(
                                                new Rows.Reach(
                                                        ".nl",
                                                        "fair",
                                                        true,
                                                        true,
                                                        false,
                                                        false,
                                                        true,
                                                        List.of("Anna Voorbeeld: phone number doubtful"),
                                                        "name one more person"))),
                        new Powers.Acting(
                                (user, tlds) -> {
                                    orders.add(user + " invite " + tlds);
                                    return tlds.stream()
                                            .map(tld ->
                                                    tld.label().equals("zz")
                                                            ? Rows.Outcome.no(".zz is not a ccTLD.")
                                                            : Rows.Outcome.done(tld + " invited."))
                                            .toList();
                                },
                                (user, number, word, days) ->
                                        noted(user + " case " + number + " " + word + " " + days),
                                (user, duty, at) -> noted(user + " duty " + duty + " " + at),
                                (user, number) -> noted(user + " retry " + number),
                                (user, number) -> noted(user + " drop " + number),
                                user -> noted(user + " release"),
                                (user, from, to, mail) -> {
                                    String text =
                                            new String(mail.readAllBytes(), StandardCharsets.UTF_8);
                                    if (text.equals("bug"))
                                        throw new IllegalStateException("no disk");
                                    return noted(user + " deliver " + from + " " + to + " " + text);
                                },
                                (user, file, force, verify, progress) -> {
                                    if (file.endsWith("full")) throw new IOException("no space left");
                                    progress.accept(1_500_000);
                                    orders.add(user + " backup " + file + " " + force + " " + verify);
                                    return new Rows.Backup(file.toString(), Sizes.of(2048), "ab12", "0.1 s", verify, 2, 1, 3, 4, 5);
                                },
                                user -> noted(user + " clock accept"),
                                (user, number) -> noted(user + " undo " + number)),
                        new Powers.Watching(
                                () ->
                                        Optional.of(
                                                new Rows.Health(
                                                        worst,
                                                        "0.1.0",
                                                        "abc",
                                                        List.of(
                                                                new Rows.Vital(worst, "outbox", NOON, "Sending is held; see tldops outbox, then tldops outbox release."),
                                                                new Rows.Vital("green", "disk", NOON, "Much room.")))),
                                (send, wait, progress) -> {
                                    progress.accept("tried");
                                    orders.add("doctor " + send + " " + wait);
                                    return new Rows.Checkup("wrong", List.of(new Rows.Finding("wrong", "relay", "It hung up.", "Mend send.host.")));
                                },
                                all -> List.of(new Rows.Contact(".nl", "hostmaster@registry.test", all ? "as before" : "another seen once", "new@registry.test", Optional.of(NOON)))),
                        new Powers.Carrying(
                                _ -> members,
                                text -> List.of(new Rows.Taken(1, ".nl", "1", text.strip(), List.of(), "", "new")),
                                (user, text) -> {
                                    orders.add(user + " import " + text.strip());
                                    return List.of(Rows.Outcome.done("Done."));
                                }),
                        new Powers.Campaign(
                                () -> List.of(new Rows.Guest("olga@group.test", "Olga Observer", "observer", true, Optional.empty(), NOON)),
                                () -> List.of(new Rows.Batch("test 1", Optional.of(NOON), ".nl", "asked"), new Rows.Batch("next", Optional.empty(), ".tw", "waits for its turn")),
                                () -> List.of(new Rows.Missing("EU", ".nl", "Netherlands", Optional.of(NOON), "no answer")),
                                () -> List.of(new Rows.Key(".nl", "admin@registry.test", "OpenPGP", "0F1E2D3C4B5A69788796A5B4C3D2E1F000112233", NOON, Optional.empty())),
                                (user, order) -> List.of(noted(user + " " + order)))));
    }

    private Rows.Outcome noted(String order) {
        orders.add(order);
        return Rows.Outcome.done("Done.");
    }

    private static Rows.Case kase(long number) {
        return new Rows.Case(
                number,
                ".nl",
                "invitation",
                "Asked",
                "admin@registry.test",
                NOON,
                "reminder 2027-01-26");
    }
}
