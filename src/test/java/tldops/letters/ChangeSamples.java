package tldops.letters;

import static tldops.letters.Samples.AT;
import static tldops.letters.Samples.JAN;
import static tldops.letters.Samples.LAST;
import static tldops.letters.Samples.MARIE;
import static tldops.letters.Samples.NL;
import static tldops.letters.Samples.PIET;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tldops.core.Address;
import tldops.core.Amendment.Entry;
import tldops.core.Amendment.Turn;
import tldops.core.ChangeContent.*;
import tldops.core.Content;
import tldops.core.Matter;
import tldops.core.Person;

/// Letters about changing, leaving and undoing.
final class ChangeSamples {
    private static final Person NEW_JAN = Samples.person("Jan Jansen-de Wit", "+31 6 5550 4321", "+31655504321", "jan@new.example");
    private static final Turn TURN = new Turn(new Entry(1, JAN), new Entry(2, NEW_JAN), false);
    private static final Turn PHONE = new Turn(new Entry(1, JAN), new Entry(1, new Person(JAN.name(), JAN.addresses(), NEW_JAN.phone())), false);
    private static final Address DELEGATE = Address.of("deputy@backoffice.example");
    private static final LocalDate UNTIL = LocalDate.of(2027, 6, 30);

    private ChangeSamples() {}

    static Map<String, Content> all() {
        Map<String, Content> all = new TreeMap<>();
        List<Matter.Newcomer> added = List.of(new Matter.Newcomer(3, MARIE, false));
        List<Entry> removed = List.of(new Entry(2, PIET));
        List<Entry> after = List.of(new Entry(2, NEW_JAN), new Entry(3, MARIE));
        List<Content.Block> blocks = List.of(block(1, JAN.name(), "jan.jansen@registry.example", "+31 6 5550 1234"), block(2, MARIE.name(), "marie@registry.example, marie@elsewhere.test", "+31655505678"), block(3, "", "", ""));
        all.put("modify-form", new ModifyForm(NL, false, blocks, 3, LAST, Optional.of(CheckSamples.reach(5))));
        all.put("modify-form.own", new ModifyForm(NL, true, blocks.subList(0, 1), 3, LAST, Optional.empty()));
        for (Matter.Cause cause : Matter.Cause.values()) {
            boolean removal = cause == Matter.Cause.REMOVAL;
            boolean himself = cause == Matter.Cause.HIMSELF;
            boolean theirs = himself || cause == Matter.Cause.REPRESENTATIVE || cause == Matter.Cause.DELEGATE || cause == Matter.Cause.COLLEAGUE;
            List<Turn> turns = removal ? List.of() : List.of(himself ? PHONE : TURN);
            all.put("change-question." + cause.name().toLowerCase(Locale.ROOT), new ChangeQuestion(NL, cause, turns, removal || himself ? List.of() : added, himself ? List.of() : removed,
                    removal ? List.of() : after, theirs ? Optional.of(Address.of("jan.jansen@registry.example")) : Optional.empty(), himself, List.of(), LAST, cause == Matter.Cause.REPRESENTATIVE, cause == Matter.Cause.MODIFIED));
        }
        all.put("change-done", new ChangeDone(NL, List.of(TURN), added, removed, after, false, Optional.empty(), false, false, Content.Risk.ONE_DOMAIN, AT));
        all.put("change-done.provisional", new ChangeDone(NL, List.of(PHONE), List.of(), List.of(), after.subList(0, 1), true, Optional.empty(), false, true, Content.Risk.OWN_ZONE, AT));
        all.put("change-done.delegate", new ChangeDone(NL, List.of(), List.of(), removed, List.of(), false, Optional.of(DELEGATE), false, false, Content.Risk.NONE, AT));
        all.put("change-done.tech", new ChangeDone(NL, List.of(PHONE), List.of(), List.of(), after.subList(0, 1), true, Optional.of(DELEGATE), true, false, Content.Risk.NONE, AT));
        all.put("change-received", new ChangeReceived(NL, LAST));
        for (ChangeResult.Result result : ChangeResult.Result.values()) all.put("change-result." + result.name().toLowerCase(Locale.ROOT), new ChangeResult(NL, result));
        all.put("data-changed", new DataChanged(NL, PHONE));
        all.put("address-changed", new AddressChanged(NL, NEW_JAN, 5, Optional.empty()));
        all.put("address-changed.later", new AddressChanged(NL, NEW_JAN, 5, Optional.of(AT)));
        all.put("address-left", new AddressLeft(NL, JAN));
        all.put("goodbye", new Goodbye(JAN, List.of(NL), List.of()));
        all.put("goodbye.several", new Goodbye(JAN, List.of(NL, Samples.CHINA), List.of()));
        all.put("goodbye.others", new Goodbye(JAN, List.of(NL), List.of(Samples.CHINA)));
        all.put("removed", new Removed(NL, PIET));
        all.put("come-back", new ComeBack(NL, PIET, LAST));
        all.put("returned", new Returned(NL, PIET));
        all.put("change-undone", new ChangeUndone(NL, JAN));
        all.put("left", new Left(NL, PIET, List.of(JAN)));
        all.put("left.last", new Left(NL, PIET, List.of()));
        for (Restored.Answer answer : Restored.Answer.values()) all.put("restored." + answer.name().toLowerCase(Locale.ROOT), new Restored(NL, PIET, answer));
        for (CommandRefused.Reason reason : CommandRefused.Reason.values()) all.put("command-refused." + reason.name().toLowerCase(Locale.ROOT), new CommandRefused(NL, "remove nobody@registry.example .nl", reason));
        all.put("delegate-question", new DelegateQuestion(NL, DELEGATE, UNTIL, false, LAST, false));
        all.put("delegate-question.ends", new DelegateQuestion(NL, DELEGATE, UNTIL, true, LAST, true));
        all.put("delegate-proof", new DelegateProof(NL, DELEGATE, UNTIL, LAST));
        for (DelegateNews.News news : DelegateNews.News.values()) all.put("delegate-news." + news.name().toLowerCase(Locale.ROOT), new DelegateNews(NL, DELEGATE, UNTIL, news));
        all.put("vacant", new Vacant(NL, AT));
        return all;
    }

    private static Content.Block block(int number, String name, String email, String phone) {
        return new Content.Block(number, new Content.Line(name, Optional.empty()), new Content.Line(email, Optional.empty()), new Content.Line(phone, Optional.empty()));
    }
}
