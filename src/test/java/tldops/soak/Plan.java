package tldops.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// What goes wrong in this week, and when: each trouble once, and a kill in each and between them. The first and the last
/// fifth are left in peace, so that memory can be compared.
final class Plan {
    /// @param at of the whole time, in thousandths
    /// @param phase for the onlooker
    record Step(int at, String phase, Action action) {
        boolean kill() {
            return phase.isEmpty();
        }
    }

    interface Action {
        void run() throws Exception;
    }

    /// Where the plan lays its hands on.
    record World(Robot robot, Relay relay, Whois whois, Names names, Room room) {}

    /// How much room the disk has.
    interface Room {
        /// @param free bytes beside what is used; negative = plenty
        void leave(long free) throws Exception;

        /// So much mail comes at once that it fills the disk before the doors have seen it: they look once a second.
        void flood() throws Exception;
    }

    private static final long LITTLE = 12_000_000;
    private static final long NONE = 200_000;

    private final List<Step> steps = new ArrayList<>();

    private Plan() {}

    static List<Step> of(World world, SplittableRandom chance) {
        Plan plan = new Plan();
        plan.troubles(world);
        // two in each trouble that lasts, and some out of the blue
        for (int[] window : new int[][] {{205, 245}, {265, 295}, {305, 335}, {350, 385}, {402, 410}, {425, 440}, {450, 480}, {500, 530}, {540, 560}, {580, 600}, {608, 630}, {650, 665}, {702, 716}, {740, 780}}) {
            plan.steps.add(new Step(window[0] + chance.nextInt(window[1] - window[0]), "", () -> {}));
        }
        plan.steps.sort(Comparator.comparingInt(Step::at));
        return List.copyOf(plan.steps);
    }

    private void troubles(World world) {
        add(0, "peace", () -> {});
        add(200, "the relay is away", () -> world.relay().mood(Relay.Mood.AWAY));
        add(250, "peace", () -> world.relay().mood(Relay.Mood.GOOD));
        add(260, "IANA is slow", () -> world.whois().mood(Whois.Mood.SLOW));
        add(280, "IANA answers rubbish", () -> world.whois().mood(Whois.Mood.GARBAGE));
        add(300, "IANA is away", () -> world.whois().mood(Whois.Mood.AWAY));
        add(340, "peace", () -> world.whois().mood(Whois.Mood.GOOD));
        add(400, "the clock jumps 3 h ahead", () -> world.robot().set(Duration.ofHours(3)));
        add(415, "the operator accepts it", () -> accept(world.robot()));
        add(420, "peace", () -> {});
        add(445, "the DNS is away", () -> {
            world.names().there(false);
            world.relay().hangUp();
        });
        add(485, "peace", () -> world.names().there(true));
        add(495, "the relay defers", () -> world.relay().mood(Relay.Mood.DEFERRING));
        add(535, "the relay is slow", () -> world.relay().mood(Relay.Mood.SLOW));
        add(565, "peace", () -> world.relay().mood(Relay.Mood.GOOD));
        add(605, "the disk is nearly full", () -> world.room().leave(LITTLE));
        add(636, "the disk has room", () -> world.room().leave(-1));
        add(642, "the disk is full", () -> {
            world.room().flood();
            world.room().leave(NONE);
        });
        add(670, "peace", () -> world.room().leave(-1));
        add(700, "the clock is 2 h behind", () -> world.robot().set(world.robot().set().minusHours(2)));
        add(720, "it is put right", () -> world.robot().set(world.robot().set().plusHours(2)));
        add(725, "peace", () -> {});
    }

    private void add(int at, String phase, Action action) {
        steps.add(new Step(at, phase, action));
    }

    /// Who is there in the moment may be killed the next; he types it again until it is done or not needed.
    private static void accept(Robot robot) {
        for (int tries = 0; tries < 40; tries++) {
            if (robot.command("clock", "accept").isPresent()) return;
            java.util.concurrent.locks.LockSupport.parkNanos(250_000_000);
        }
    }
}
