package tldops.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `make fuzz`: fuzzes each target for a time, one after the other, and prints what came of it. Ends with 1 on a finding.
public final class Fuzz {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})([smh]?)");

    private Fuzz() {}

    /// @param args `time=10m`, `target=mail`
    public static void main(String[] args) throws IOException, InterruptedException {
        long seconds = seconds(argument(args, "time", "10m"));
        String only = argument(args, "target", "");
        List<Target> all = Target.all(Path.of("target/test-classes"));
        List<Target> chosen = all.stream().filter(target -> only.isEmpty() || target.name().equals(only)).toList();
        if (chosen.isEmpty()) {
            System.err.println("There is no target " + only + "; there are " + String.join(", ", all.stream().map(Target::name).toList()) + ".");
            System.exit(2);
        }
        List<Target.Result> results = new ArrayList<>();
        for (Target target : chosen) {
            System.out.printf("%-10s for %d s, its output in .fuzz/%s/log%n", target.name(), seconds, target.name());
            results.add(target.fuzz(seconds));
        }
        boolean clean = told(results);
        System.exit(clean ? 0 : 1);
    }

    private static boolean told(List<Target.Result> results) throws IOException {
        System.out.printf("%n%-10s %9s %12s %9s %9s%n", "target", "seconds", "runs", "runs/s", "findings");
        for (Target.Result result : results)
            System.out.printf("%-10s %9d %,12d %9d %9s%n", result.target().name(), result.seconds(), result.runs(), result.runs() / Math.max(1, result.seconds()),
                    result.findings().isEmpty() && !result.ended() ? "failed" : Integer.toString(result.findings().size()));
        for (Target.Result result : results) {
            for (Path finding : result.findings())
                System.out.printf("%nFound: %s, told in %s. To have it run with every `make test`:%n  mkdir -p %s && cp %s %3$s/what-it-shows%n", finding, result.log(), result.target().inputs(), finding);
            if (result.findings().isEmpty() && !result.ended()) System.out.printf("%n%s did not come to its end; %s tells why.%n", result.target().name(), result.log());
        }
        return results.stream().allMatch(result -> result.ended() && result.findings().isEmpty());
    }

    private static String argument(String[] args, String name, String usual) {
        for (String arg : args) if (arg.startsWith(name + "=")) return arg.substring(name.length() + 1);
        return usual;
    }

    private static long seconds(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) throw new IllegalArgumentException("TIME is a number with s, m or h behind it: " + text);
        long unit = switch (time.group(2)) {
            case "h" -> 3600;
            case "m" -> 60;
            default -> 1;
        };
        return Long.parseLong(time.group(1)) * unit;
    }
}
