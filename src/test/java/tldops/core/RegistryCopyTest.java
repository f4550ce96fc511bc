package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A copy of the registry holds all that the registry holds, and neither moves the other (N31).
class RegistryCopyTest {
    private static final Instant NOW = Instant.parse("2027-01-18T09:00:00Z");
    private static final Tld NL = Tld.of("nl");
    private static final Address ADMIN = Address.of("admin@registry.example");

    private static Registry filled() {
        Registry registry = new Registry(tldops.store.Sample.rules());
        Person anna = new Person("Anna", List.of(Address.of("anna@registry.example")), new Phone("+31 6 1", "+3161", true, "NL"));
        Case first = matter(1, new Stage.Asked(NOW, 0));
        registry.apply(List.of(
                new Change.CaseSaved(first), new Change.CaseSaved(matter(2, new Stage.Queued())), new Change.CaseSaved(first),
                new Change.MemberSaved(new Member(NL, 1, anna, Language.EN, NOW, Optional.empty(), "proof", false, NOW, Optional.empty(), 1)),
                new Change.Counted("answer:a@b.example", NOW), new Change.DutyDone(Event.Duty.DEADLINES, "p", NOW), new Change.Missed(new Outage(NOW, NOW.plusSeconds(9))),
                new Change.GuestSaved(new Guest(ADMIN, "Ob Server", Guest.Role.OBSERVER, true, Optional.empty(), Language.EN, Options.USUAL, NOW)),
                new Change.DelegateSaved(new Delegate(NL, ADMIN, ADMIN, java.time.LocalDate.of(2027, 6, 1), Optional.empty(), 1)),
                new Change.PostSaved(new Post(3, "letter", ADMIN, NOW, "m@x.example", "subject", Tlp.AMBER, 2, false, List.of(), Optional.empty(), 0)),
                new Change.KeptSaved(new Kept.Edition(1, NOW, "hash", Map.of(), Set.of()))));
        assertThat(registry.roster()).hasSize(1);
        return registry;
    }

    private static Case matter(long number, Stage stage) {
        return new Case(number, Optional.of(NL), new Matter.Invitation(Optional.empty()), stage, ADMIN, Language.EN, NOW,
                List.of(new Issued("hash" + number, Issued.Purpose.FORM, ADMIN, "letter" + number, true)), false);
    }

    private static List<Field> fields() {
        return Stream.of(Registry.class.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers())).peek(field -> field.setAccessible(true)).toList();
    }

    @Test
    void it_holds_the_same_in_every_part() throws IllegalAccessException {
        Registry registry = filled();
        Registry copy = registry.copy();

        for (Field field : fields()) {
            boolean empty = field.get(registry) instanceof Map<?, ?> map ? map.isEmpty() : field.get(registry) instanceof Collection<?> many && many.isEmpty();
            assertThat(empty).as(field.getName() + " is filled here, so that its copy is seen").isFalse();
            assertThat(field.get(copy)).as(field.getName()).isEqualTo(field.get(registry));
        }
    }

    @Test
    void what_is_applied_to_one_does_not_touch_the_other() throws IllegalAccessException {
        Registry registry = filled();
        Registry copy = registry.copy();

        copy.apply(List.of(
                new Change.CaseSaved(matter(3, new Stage.Queued())), new Change.CaseSaved(matter(1, new Stage.Ended(Stage.Outcome.FAILED, NOW, Optional.empty()))),
                new Change.MemberGone(new Member.Id(NL, Address.of("anna@registry.example"))), new Change.CountsForgotten("answer:", NOW.plusSeconds(1)), new Change.Counted("x", NOW),
                new Change.DutiesForgotten(NOW.plusSeconds(1)), new Change.MissedForgotten(NOW.plusSeconds(99)), new Change.GuestGone(ADMIN), new Change.DelegateGone(NL),
                new Change.PostsForgotten(NOW.plusSeconds(1)), new Change.KeptSaved(new Kept.Edition(2, NOW, "other", Map.of(), Set.of()))));

        Registry fresh = filled();
        for (Field field : fields()) assertThat(field.get(registry)).as(field.getName()).isEqualTo(field.get(fresh));
    }
}
