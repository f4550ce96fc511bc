package tldops.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// The exit codes of every command; mail servers take 75 for "try again" and 65 for "return it"
/// (sysexits, EX_TEMPFAIL and EX_DATAERR), systemd 78 for "do not try again" (EX_CONFIG); 74 is EX_IOERR.
public final class Exit {
    public static final int DONE = 0;
    public static final int NO = 1;
    public static final int USAGE = 2;
    public static final int UNUSABLE = 65;
    public static final int BUG = 70;
    public static final int DISK = 74;
    public static final int LATER = 75;
    public static final int CONFIG = 78;

    private Exit() {}

    static int of(Rows.Outcome outcome) {
        return switch (outcome.result()) {
            case DONE -> DONE;
            case NO -> NO;
            case LATER -> LATER;
            case UNUSABLE -> UNUSABLE;
        };
    }

    /// For the help texts.
    static Map<String, String> described() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(String.valueOf(DONE), "done");
        all.put(
                String.valueOf(NO),
                "no: refused, not found, or something checked is not as it should be");
        all.put(String.valueOf(USAGE), "the command line was not understood");
        all.put(String.valueOf(UNUSABLE), "deliver: the mail goes back to its sender");
        all.put(String.valueOf(BUG), "a bug of the robot");
        all.put(String.valueOf(DISK), "run: the disk cannot be written; nothing acknowledged is lost");
        all.put(String.valueOf(LATER), "not now: try again later");
        all.put(String.valueOf(CONFIG), "run: the configuration is wrong");
        return all;
    }
}
