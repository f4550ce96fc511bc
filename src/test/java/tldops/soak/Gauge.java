package tldops.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// What the robot's process takes: memory that lives after a collection, resident memory, threads, files.
final class Gauge {
    /// @param at thousandths of the whole time
    /// @param age of this life, in seconds of ours
    /// @param heap KiB that live after a collection
    /// @param resident KiB
    record Sample(int at, int life, long age, long heap, long resident, long threads, long files) {}

    private final List<Sample> samples = new ArrayList<>();

    void look(Robot robot, int at) throws IOException {
        int life = robot.life();
        Optional<String> said = robot.ask("measure", "measured", 20);
        if (said.isEmpty() || life != robot.life()) return;
        Map<String, Long> figures = new HashMap<>();
        for (String part : said.get().split(" ")) figures.put(part.split("=")[0], Long.parseLong(part.split("=")[1]));
        samples.add(new Sample(at, life, robot.age(), figures.get("heap"), robot.resident(), figures.get("threads"), figures.get("files")));
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /// The samples of a part of the time, but for those of a life that has just begun.
    List<Sample> between(int from, int to) {
        return samples.stream().filter(sample -> sample.at() >= from && sample.at() <= to && sample.age() >= 15).toList();
    }

    static long middle(List<Sample> samples, ToLongFunction<Sample> figure) {
        return samples.isEmpty() ? 0 : samples.stream().mapToLong(figure).sorted().skip(samples.size() / 2).findFirst().orElse(0);
    }

    static long most(List<Sample> samples, ToLongFunction<Sample> figure) {
        return samples.stream().mapToLong(figure).max().orElse(0);
    }

    /// The straight line that lies nearest to the samples: how much a figure grows in a thousandth of the time.
    static double slope(List<Sample> samples, ToLongFunction<Sample> figure) {
        double x = samples.stream().mapToInt(Sample::at).average().orElse(0);
        double y = samples.stream().mapToLong(figure).average().orElse(0);
        double both = samples.stream().mapToDouble(sample -> (sample.at() - x) * (figure.applyAsLong(sample) - y)).sum();
        double square = samples.stream().mapToDouble(sample -> (sample.at() - x) * (sample.at() - x)).sum();
        return square == 0 ? 0 : both / square;
    }
}
