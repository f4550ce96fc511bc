package tldops.mail;

/// Joins the lines of `format=flowed` text again (RFC 3676 4); quoted lines keep their `>`.
final class Flowed {
    private Flowed() {}

    static String join(String text, boolean delSp) {
        StringBuilder all = new StringBuilder(text.length());
        StringBuilder paragraph = new StringBuilder();
        int depth = 0;
        boolean open = false;
        for (String line : text.split("\r?\n", -1)) {
            int marks = 0;
            while (marks < line.length() && line.charAt(marks) == '>') marks++;
            String bare = line.substring(marks);
            if (bare.startsWith(" ")) bare = bare.substring(1);
            boolean signature = bare.equals("-- ");
            if (open && (marks != depth || signature)) open = end(all, paragraph);
            if (!open) paragraph.append(">".repeat(marks)).append(marks > 0 ? " " : "");
            depth = marks;
            boolean soft = bare.endsWith(" ") && !signature;
            paragraph.append(soft && delSp ? bare.substring(0, bare.length() - 1) : bare);
            open = soft || end(all, paragraph);
        }
        if (open) end(all, paragraph);
        return all.toString();
    }

    private static boolean end(StringBuilder all, StringBuilder paragraph) {
        all.append(paragraph).append('\n');
        paragraph.setLength(0);
        return false;
    }
}
