package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import tldops.core.Form;
import tldops.core.Request;
import tldops.core.Request.FilledIn;

/// Forms and answers as somebody types them, and what is read out of them.
final class Typed {
    static final String TEMPLATE = """
            Contact Person #1 (primary):
            Name: %s
            Email address: %s
            Mobile phone number: %s
            """;

    private Typed() {}

    static Request read(String written, String quoted, boolean token) {
        return RequestReader.read("", new NewText(written, "", quoted), false, token);
    }

    static Form form(String written) {
        return assertInstanceOf(FilledIn.class, read(written, "", false)).form();
    }

    static Form.Entry entry(String name, String email, String phone) {
        return form(TEMPLATE.formatted(name, email, phone)).entries().getFirst();
    }

    static String quoted(String text) {
        return text.lines().map(line -> "> " + line + "\n").reduce("", String::concat);
    }
}
