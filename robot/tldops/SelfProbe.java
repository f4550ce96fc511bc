package tldops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.cli.Rows;
import tldops.core.Address;
import tldops.core.Rules;
import tldops.mail.ProbeMail;
import tldops.post.Due;
import tldops.post.Outcome;
import tldops.post.Relay;

/// Writes to each of the robot's own addresses through the relay and reports by which door and for whom each mail came in:
/// an alias that leads astray is named (L14, N39).
record SelfProbe(Office office, Duration patience, Consumer<String> progress) {
    /// @param said what the relay said, when it did not take it
    private record Out(Address to, String id, Optional<String> said) {}

    List<Rows.Finding> all() throws InterruptedException {
        if (office.config().send().mode() == Config.Send.Mode.MAILDIR)
            return List.of(Doctor.doubtful("aliases", "send.mode = maildir: nothing leaves this machine, so nothing can come back.", "Set send.mode = smtp, restart the robot and try again."));
        if (office.daemon().isEmpty()) return List.of(Doctor.doubtful("aliases", "No robot is running that could take the mails in.", "tldops run, then tldops doctor --send"));
        Probes probes = office.daemon().get().probes();
        List<Out> out = new ArrayList<>();
        try {
            try (Relay relay = new Relay(Daemon.relay(office.config()))) {
                for (Address to : addresses(office.config().list())) out.add(sent(probes, relay, to));
            }
            List<Out> awaited = out.stream().filter(each -> each.said().isEmpty()).toList();
            progress.accept("Wrote to " + out.size() + " addresses of our own; waiting up to " + patience.toSeconds() + " seconds for the mails.");
            follow(probes, awaited);
            return out.stream().map(each -> finding(each, probes.landings(each.id()))).toList();
        } finally {
            probes.end(out.stream().map(Out::id).toList());
        }
    }

    /// With a `+tag` too: secrets and bounces come back to such addresses (L29).
    private static List<Address> addresses(Rules.MailingList list) {
        return Stream.concat(Stream.of(list.domain()), list.aliases().stream())
                .flatMap(domain -> Stream.of("", "-request", "-owner", "-bounces", "-bounces+probe").map(role -> new Address(list.name() + role, domain)))
                .toList();
    }

    private Out sent(Probes probes, Relay relay, Address to) {
        String id = probes.begin();
        Instant now = office.now().get();
        Rules.MailingList list = office.config().list();
        byte[] mail = ProbeMail.compose(id, to, list, now, office.assembly().signing());
        Outcome outcome = relay.carry(new Due(0, id, Optional.of(list.bounces("probe")), List.of(to), mail, 0, now.plus(patience), true));
        return new Out(to, id, switch (outcome) {
            case Outcome.Accepted _ -> Optional.empty();
            case Outcome.Refused(var reply) -> Optional.of("the relay refused it: " + reply);
            case Outcome.Later(var reply) -> Optional.of("the relay did not take it: " + reply);
            case Outcome.RelayAway(var reason) -> Optional.of("the relay is away: " + reason);
            case Outcome.Each _ -> throw new IllegalStateException("a letter to one");
        });
    }

    private void follow(Probes probes, List<Out> awaited) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Map<String, Address> missing = awaited.stream().collect(Collectors.toMap(Out::id, Out::to, (one, _) -> one, LinkedHashMap::new));
        while (!missing.isEmpty() && System.nanoTime() - end < 0) {
            probes.await(() -> missing.keySet().stream().anyMatch(id -> !probes.landings(id).isEmpty()), Duration.ofNanos(end - System.nanoTime()));
            missing.entrySet().removeIf(each -> {
                boolean back = !probes.landings(each.getKey()).isEmpty();
                if (back) progress.accept("  " + each.getValue() + " came in");
                return back;
            });
        }
    }

    private Rows.Finding finding(Out out, List<Probes.Landing> landings) {
        String what = "alias " + out.to();
        if (out.said().isPresent()) return Doctor.wrong(what, "Not sent: " + out.said().get(), "Mend the relay, or the alias if the relay serves the list's domain.");
        if (landings.isEmpty()) {
            String fix = out.to().local().contains("+") ? "Let the mail server take +tags of our addresses (recipient_delimiter = +)." : "Look at the mail server's log and alias map for " + out.to() + ".";
            return Doctor.wrong(what, "It did not come back in " + patience.toSeconds() + " seconds.", fix);
        }
        String where = landings.stream().map(SelfProbe::words).distinct().collect(Collectors.joining("; "));
        boolean right = landings.stream().allMatch(landing -> landing.recipients().stream().allMatch(recipient -> sameRole(recipient, out.to())));
        if (!right) return Doctor.wrong(what, "It landed elsewhere: " + where + ".", "Mend the alias: mail to " + out.to() + " must reach the robot under that name.");
        if (landings.size() > 1) return Doctor.doubtful(what, "It came in " + landings.size() + " times: " + where + ".", "See that only one way leads from this alias to the robot.");
        return Doctor.good(what, "It came in " + where + ".");
    }

    private static String words(Probes.Landing landing) {
        return "by " + landing.door() + " for " + landing.recipients().stream().map(Address::toString).collect(Collectors.joining(", "));
    }

    /// A mail server may write the canonical domain in place of an alias.
    private static boolean sameRole(Address recipient, Address sent) {
        return recipient.local().equalsIgnoreCase(sent.local());
    }
}
