package tldops.web;

import java.nio.charset.StandardCharsets;

/// One answer of the page server (RFC 9110): a status, what the body is, and the body.
@SuppressWarnings("ArrayRecordComponent") // written out once, never compared
public record Page(int status, String type, byte[] body) {
    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String JSON = "application/json";

    public static Page of(int status, String type, String body) {
        return new Page(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Page no(int status, String sentence) {
        return of(status, TEXT, sentence + "\n");
    }

    /// What is asked of a page.
    ///
    /// @param json the answer is read by a program: `Accept: application/json` or `?json`
    public record Asked(boolean json) {}
}
