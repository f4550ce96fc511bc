package tldops.conversations;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Puts golden bodies in the place of the old ones in a story's file.
final class Rewriting {
    private Rewriting() {}

    static List<String> lines(Story story, List<Performance.Outcome> outcomes) {
        List<String> lines = new ArrayList<>(story.lines());
        for (Performance.Outcome outcome : outcomes.reversed()) {
            int from = outcome.block().line();
            lines.subList(from, from + outcome.block().body().size()).clear();
            lines.addAll(from, outcome.golden());
        }
        return lines;
    }

    static void write(Story story, List<Performance.Outcome> outcomes) throws IOException {
        if (outcomes.stream().allMatch(outcome -> outcome.difference().isEmpty())) return;
        Files.write(story.file(), lines(story, outcomes));
    }
}
