package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tldops.iana.Iana;
import tldops.iana.Line;
import tldops.store.Inbox;
import tldops.store.Outbox;
import tldops.store.Store;
import tldops.web.Exposition;
import tldops.web.Exposition.Sample;

/// The numbers for Prometheus: counts since the start, what waits now, the vital signs. Nothing personal stands in a label.
record Metrics(Tally tally, Store store, Iana iana, Supplier<List<Vital>> vitals) {
    Exposition page() {
        Exposition page = new Exposition();
        page.gauge("tldops_build_info", "The build that runs; always 1.", List.of(new Sample(Map.of("version", Build.NOW.version(), "commit", Build.NOW.commit()), 1)));
        mail(page);
        letters(page);
        duties(page);
        kept(page);
        process(page);
        List<Vital> signs = vitals.get();
        page.gauge("tldops_vital_sign", "Vital signs: 0 green, 1 yellow, 2 red.", signs.stream().map(vital -> Sample.of("sign", vital.name(), vital.level().grade())).toList());
        return page.gauge("tldops_health", "The worst vital sign: 0 green, 1 yellow, 2 red.", Vitals.worst(signs).grade());
    }

    private void mail(Exposition page) {
        page.counter("tldops_mails_accepted_total", "Mails that a door took in, each on disk.", tally.acceptedByDoor().samples("door"));
        List<Sample> refused = new ArrayList<>();
        tally.refusedByDoor().forEach((door, reasons) -> reasons.now().forEach((reason, count) -> refused.add(new Sample(Map.of("door", door, "reason", reason), count))));
        page.counter("tldops_mails_refused_total", "Mails, senders and recipients that a door refused.", refused);
        page.counter("tldops_mails_duplicate_total", "Mails that had come before.", tally.againByDoor().samples("door"));
        page.counter("tldops_decisions_total", "What was decided, by what it was taken for.", tally.decidedByRequest().samples("request"));
        tally.toDecision().on(page, "tldops_decision_seconds", "From the arrival of a mail to its decision.");
        page.gauge("tldops_inbox_rows", "Rows of the inbox that are not done.", List.of(
                Sample.of("state", "new", store.inbox().count(Inbox.State.NEW)),
                Sample.of("state", "waiting", store.inbox().count(Inbox.State.WAITING)),
                Sample.of("state", "aside", store.inbox().count(Inbox.State.ASIDE))));
        page.counter("tldops_iana_lookups_total", "Questions to IANA.", List.of(Sample.of(iana.pulse().asked())));
        page.counter("tldops_iana_failures_total", "Questions to IANA without an answer.", List.of(Sample.of(iana.pulse().failed())));
        page.counter("tldops_iana_questions_total", "Questions to each source of IANA's records.", iana.lines().stream().map(line -> Sample.of("source", source(line), (double) line.pulse().asked())).toList());
        page.counter("tldops_iana_questions_failed_total", "Those without an answer.", iana.lines().stream().map(line -> Sample.of("source", source(line), (double) line.pulse().failed())).toList());
        page.counter("tldops_iana_questions_held_back_total", "Those not asked: Retry-After, pauses after failures, iana.per-day.", iana.lines().stream().map(line -> Sample.of("source", source(line), (double) line.pulse().heldBack())).toList());
        page.gauge("tldops_iana_disputed", "ccTLDs for which RDAP and WHOIS do not name the same contact.", iana.disputed().size());
        iana.pulse().good().ifPresent(at -> page.gauge("tldops_iana_last_answer_timestamp_seconds", "When IANA answered last.", seconds(at)));
    }

    private void letters(Exposition page) {
        List<Sample> fates = new ArrayList<>();
        tally.writtenByKind().now().forEach((kind, count) -> fates.add(new Sample(Map.of("kind", kind, "fate", "written"), count)));
        for (Outbox.State state : Outbox.State.values())
            tally.endedByKind(state).now().forEach((kind, count) -> fates.add(new Sample(Map.of("kind", kind, "fate", Tally.fate(state)), count)));
        page.counter("tldops_letters_total", "Letters by kind and by what became of them.", fates);
        page.counter("tldops_relay_answers_total", "What the relay said to letters.", tally.relayAnswers().samples("answer"));
        tally.toRelay().on(page, "tldops_delivery_seconds", "From the decision to the relay's yes.");
        page.gauge("tldops_outbox_letters", "Letters that wait to leave.", store.outbox().waiting());
        page.gauge("tldops_outbox_held", "1 while sending is held.", store.outbox().held().isPresent() ? 1 : 0);
    }

    private void duties(Exposition page) {
        page.counter("tldops_duties_done_total", "Duties done by the clock.", tally.dutiesDone().samples("duty"));
        page.counter("tldops_duties_failed_total", "Duties that failed.", tally.dutiesFailed().samples("duty"));
        page.gauge("tldops_duty_last_run_timestamp_seconds", "When a duty ran last.", tally.dutyRun().entrySet().stream().map(run -> Sample.of("duty", run.getKey(), seconds(run.getValue()))).toList());
    }

    private void kept(Exposition page) {
        Store.Pace pace = store.pace();
        page.counter("tldops_journal_lines_total", "Lines written to the journal since the start.", List.of(Sample.of(tally.journalLines())));
        page.gauge("tldops_journal_last_line", "The number of the journal's last line.", store.journals().last());
        page.summary("tldops_store_commit_seconds", "Transactions brought to disk.", seconds(pace.spent()), pace.groups());
    }

    private static void process(Exposition page) {
        Machine.Use use = Machine.use();
        page.gauge("jvm_memory_heap_used_bytes", "Heap in use.", use.heap());
        page.gauge("jvm_memory_heap_max_bytes", "Heap at most.", use.most());
        use.threads().ifPresent(threads -> page.gauge("process_threads", "Threads of the process.", threads));
        use.resident().ifPresent(bytes -> page.gauge("process_resident_memory_bytes", "Memory of the process.", bytes));
        use.files().ifPresent(open -> page.gauge("process_open_fds", "Open files and connections.", open));
        page.gauge("process_start_time_seconds", "When the process started.", seconds(Machine.started()));
    }

    private static String source(Line line) {
        return line.name().toLowerCase(Locale.ROOT);
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    static String word(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
