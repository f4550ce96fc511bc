package tldops.planted.letters;

import picocli.CommandLine.Command;
import tldops.planted.store.RowManager;

/// Uses a library and a room that its row does not name.
@Command
public record Letter(RowManager row) {}
