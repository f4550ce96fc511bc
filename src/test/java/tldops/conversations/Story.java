package tldops.conversations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One conversation: a Markdown file whose fenced blocks are played in their order; everything else is prose.
///
/// @param lines the whole file
record Story(Path file, List<String> lines, List<Block> blocks) {
    static final Set<String> ACTIONS = Set.of("config", "iana", "at", "wall", "down", "doors", "mail", "order", "duty", "relay", "bounce", "given", "dns");
    static final Set<String> EXPECTATIONS = Set.of("out", "members", "cases", "missing", "forecast", "journal", "sureness");

    static Story read(Path file) throws IOException {
        return of(file, Files.readAllLines(file));
    }

    /// @throws IllegalArgumentException with file and line when a block is not one of ours or never ends
    static Story of(Path file, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("```")) continue;
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).equals("```")) end++;
            if (end == lines.size()) throw new IllegalArgumentException(file + ":" + (i + 1) + ": this block has no end");
            Block block = block(lines.get(i).substring(3).strip(), i + 1, List.copyOf(lines.subList(i + 1, end)));
            boolean ours = ACTIONS.contains(block.kind()) || EXPECTATIONS.contains(block.kind());
            if (!ours && !block.kind().equals("text")) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": there is no block named \"" + block.kind() + "\"");
            }
            if (ours) blocks.add(block);
            i = end;
        }
        if (blocks.isEmpty()) throw new IllegalArgumentException(file + ": nothing happens in it");
        return new Story(file, List.copyOf(lines), List.copyOf(blocks));
    }

    private static Block block(String info, int line, List<String> body) {
        int gap = info.indexOf(' ');
        return gap < 0 ? new Block(info, "", line, body) : new Block(info.substring(0, gap), info.substring(gap + 1).strip(), line, body);
    }

    /// The file's name without its ending; two stories never share it.
    String name() {
        return file.getFileName().toString().replaceFirst("\\.md$", "");
    }

    String title() {
        return lines.stream().filter(line -> line.startsWith("# ")).map(line -> line.substring(2)).findFirst().orElse(name());
    }

    String at(int line) {
        return file + ":" + line;
    }
}
