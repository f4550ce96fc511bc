package tldops.clock;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says "this duty is due at this time" to the robot, whatever went wrong the time before (L31, L32). The triggers
/// live in memory: the ledger of duties is the truth about what was done (DESIGN 1.5).
public final class Clock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clock.class);

    /// What falls due, and when.
    ///
    /// @param cron six fields, from seconds to the day of the week, as Quartz reads them: `0 0/15 * * * ?`
    public record Duty(String name, String cron, ZoneId zone) {}

    /// When a duty falls due next.
    ///
    /// @param at empty = never again
    public record Next(String duty, Optional<Instant> at) {}

    private final Scheduler scheduler;
    private final List<Duty> duties;

    private Clock(Scheduler scheduler, List<Duty> duties) {
        this.scheduler = scheduler;
        this.duties = List.copyOf(duties);
    }

    /// Why a cron line cannot be used; empty when it can.
    public static Optional<String> fault(String cron) {
        try {
            CronExpression.validateExpression(cron);
            return Optional.empty();
        } catch (ParseException unreadable) {
            return Optional.of(Optional.ofNullable(unreadable.getMessage()).orElse("unreadable"));
        }
    }

    /// The first run that fell due after `last` and is over by now: nobody was there to do it. It is to be done once,
    /// however many more were missed.
    public static Optional<Instant> missed(Duty duty, Instant last, Instant now) {
        return times(duty).apply(last).filter(next -> !next.isAfter(now));
    }

    /// When it falls due the first time after a given time; empty = never again.
    ///
    /// @throws IllegalArgumentException when its cron line cannot be read
    public static Function<Instant, Optional<Instant>> times(Duty duty) {
        try {
            CronExpression cron = new CronExpression(duty.cron);
            cron.setTimeZone(TimeZone.getTimeZone(duty.zone));
            return after -> Optional.ofNullable(cron.getNextValidTimeAfter(Date.from(after))).map(Date::toInstant);
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("duty " + duty.name + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /// Starts the clock.
    ///
    /// @param due gets the duty's name and the time it was planned for; a duty never runs twice at the same time
    /// @throws IllegalArgumentException when a duty's cron line cannot be read or two duties have one name
    public static Clock start(List<Duty> duties, BiConsumer<String, Instant> due) {
        try {
            Scheduler scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.setJobFactory((fired, _) -> new Ring(fired.getJobDetail().getKey().getName(), due));
            Clock clock = new Clock(scheduler, duties);
            try {
                for (Duty duty : duties) clock.plan(duty);
                scheduler.start();
            } catch (SchedulerException | RuntimeException failed) {
                clock.close();
                throw failed;
            }
            return clock;
        } catch (SchedulerException failed) {
            throw new IllegalArgumentException("the clock cannot start: " + failed.getMessage(), failed);
        }
    }

    private void plan(Duty duty) throws SchedulerException {
        fault(duty.cron).ifPresent(fault -> {
            throw new IllegalArgumentException("duty " + duty.name + ": " + fault);
        });
        scheduler.scheduleJob(JobBuilder.newJob(Ring.class).withIdentity(duty.name).build(), trigger(duty));
    }

    private static Trigger trigger(Duty duty) {
        return TriggerBuilder.newTrigger()
                .withIdentity(duty.name)
                .withSchedule(CronScheduleBuilder.cronSchedule(duty.cron)
                        .inTimeZone(TimeZone.getTimeZone(duty.zone))
                        // after a pause of the machine once, not once for each time missed
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    /// Plans every next run anew: the wall clock was set, and what was planned by the old one may lie days ahead.
    public void planAnew() {
        try {
            for (Duty duty : duties) scheduler.rescheduleJob(TriggerKey.triggerKey(duty.name), trigger(duty));
        } catch (SchedulerException failed) {
            throw new IllegalStateException("the clock is broken: " + failed.getMessage(), failed);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // the library keeps one scheduler for each name in a JVM
        properties.setProperty("org.quartz.scheduler.instanceName", "tldops-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "clock");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return properties;
    }

    /// The next run of each duty, the soonest first.
    public List<Next> next() {
        try {
            List<Next> next = new ArrayList<>();
            for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
                Optional<Date> at = Optional.ofNullable(scheduler.getTrigger(key)).map(Trigger::getNextFireTime);
                next.add(new Next(key.getName(), at.map(Date::toInstant)));
            }
            next.sort(Comparator.comparing((Next one) -> one.at.orElse(Instant.MAX)).thenComparing(Next::duty));
            return List.copyOf(next);
        } catch (SchedulerException failed) {
            throw new IllegalStateException("the clock is broken: " + failed.getMessage(), failed);
        }
    }

    /// The duties whose next run lies before `then`: a working clock has none in the past (L31).
    public List<Next> late(Instant then) {
        return next().stream().filter(one -> one.at.filter(then::isAfter).isPresent()).toList();
    }

    /// Stops; a duty that is running ends first.
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException failed) {
            LOG.warn("the clock did not stop cleanly: {}", failed.getMessage());
        }
    }

    /// One duty at one time. A fault in it is logged and touches neither its next run nor the other duties (L31).
    @DisallowConcurrentExecution
    private record Ring(String duty, BiConsumer<String, Instant> due) implements Job {
        @Override
        public void execute(JobExecutionContext fired) {
            try {
                due.accept(duty, fired.getScheduledFireTime().toInstant());
            } catch (Throwable fault) {
                LOG.error("duty {} failed", duty, fault);
            }
        }
    }
}
