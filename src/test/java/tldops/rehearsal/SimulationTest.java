package tldops.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tldops.core.Rules;

/// Years on a virtual clock (N31): a short one with a new seed each time, and what a known seed shows.
class SimulationTest {
    private static final Rules RULES = Sample.rules();

    private static Report play(int years, long seed, int ccTlds) {
        return Simulation.play(new Simulation.Settings(years, seed, ccTlds), RULES, Sample.duties(), _ -> { });
    }

    @Test
    void a_year_of_sixty_cctlds_breaks_nothing() {
        long seed = Long.getLong("rehearsal.seed", 1 + new SecureRandom().nextInt(1_000_000));
        System.out.println("rehearsal.seed=" + seed);

        Report report = play(1, seed, 60);

        assertThat(report.violation()).as("tldops simulate --years 1 --cctlds 60 --seed " + seed).isEmpty(); // N31
        assertThat(report.months()).hasSize(12);
        assertThat(report.letters()).isGreaterThan(500);
    }

    @Test
    void the_same_seed_gives_the_same_report_and_another_one_another() {
        Report one = play(1, 7, 20);

        assertThat(play(1, 7, 20)).isEqualTo(one);
        assertThat(play(1, 8, 20).months()).isNotEqualTo(one.months());
    }

    /// Another run of Java has other hash orders; what is printed must not show it.
    @Test
    void the_same_seed_prints_the_same_bytes_in_another_process() throws IOException, InterruptedException {
        byte[] json = printed("--json");
        assertThat(printed("--json")).isEqualTo(json);
        assertThat(new String(json, StandardCharsets.UTF_8)).startsWith("{").contains("\"seed\" : 7");
        byte[] table = printed();
        assertThat(printed()).isEqualTo(table);
        assertThat(new String(table, StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 80).anyMatch(line -> line.startsWith("2027-12"));
    }

    private static byte[] printed(String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "tldops.Main", "simulate", "--years", "1", "--seed", "7", "--cctlds", "12"));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] out = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return out;
    }

    @Test
    void people_do_all_that_the_robot_knows() {
        Report report = play(3, 1, 80);

        Set<String> kinds = new TreeSet<>();
        report.months().forEach(month -> kinds.addAll(month.letters().keySet()));
        assertThat(kinds).contains("Invitation", "InvitationReminder", "AuthenticationRequest", "Question", "QuestionReminder", "ReplaceWhom", "Correction", "AskedBack", "Done", "Provisional",
                "Undone", "Withdrawn", "AlreadyRecorded", "AddressUnproved", "Received", "ApplicationDenied", "ApplicationFailed", "Welcome", "Replaced", "NotAuthorised", "Results", "NeutralAnswer",
                "ActionQuestion", "ListPassword", "Help", "NotUnderstood", "Oversight", "Escalation", "Failed", "Judged", "Report");
        assertThat(kinds).contains("ModifyForm", "ChangeQuestion", "ChangeDone", "ChangeReceived", "ChangeResult", "DataChanged", "AddressChanged", "AddressLeft", "Goodbye", "Left", "Removed", "ChangeUndone", "CommandRefused", "ContactMoved", "Reconfirm",
                "Vacant", "MyData", "ForgetQuestion", "Forgotten", "UrgentCall", "UrgentNews", "Carried", "DailyDigest", "PostQuestion", "PostRefused", "MembersOnly", "ContactsFound", "NotReached", "NewSubscribers",
                "MembershipsReminder", "EntryAnswered", "GuestWelcome", "GuestGoodbye", "GuestReport", "BatchesTurned", "JointInvitation");
    }

    @Test
    void each_cctld_stands_somewhere_at_the_end_of_each_month_and_is_told_as_it_passes() {
        List<Report.Month> told = new ArrayList<>();
        Report report = Simulation.play(new Simulation.Settings(1, 3, 30), RULES, Sample.duties(), told::add);

        assertThat(told).isEqualTo(report.months());
        assertThat(told).allSatisfy(month -> assertThat(month.standing().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(30));
        assertThat(told.getFirst().month()).isEqualTo("2027-01");
        assertThat(told.getLast().standing().get(Standing.NEVER)).isZero();
        assertThat(report.ccTlds()).isEqualTo(30);
    }
}
