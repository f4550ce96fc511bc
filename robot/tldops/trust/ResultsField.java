package tldops.trust;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One Authentication-Results field, read by the grammar of RFC 8601 2.2 (MAIL_RULES 3): a word in a comment, in a
/// reason or in quotes is never a result.
///
/// @param id the authserv-id in lower case; "" when not even that can be read
/// @param results empty for `none`, for a version we do not know and for whatever breaks the grammar
record ResultsField(String id, List<Result> results) {
    /// `dmarc=pass header.from=registry.example`
    ///
    /// @param method in lower case
    /// @param result in lower case
    record Result(String method, String result, List<Property> properties) {
        List<String> values(String type, String name) {
            return properties.stream().filter(one -> one.type().equals(type) && one.name().equals(name)).map(Property::value).toList();
        }
    }

    /// `header.from=registry.example`
    record Property(String type, String name, String value) {}

    List<Result> of(String method) {
        return results.stream().filter(result -> result.method().equals(method)).toList();
    }

    static ResultsField read(String text) {
        String id = "";
        FieldText field = new FieldText(text);
        try {
            field.skip();
            id = lower(field.value());
            field.skip();
            boolean known = field.next(';') || versionOne(field);
            return new ResultsField(id, known ? results(field) : List.of());
        } catch (ParseException unreadable) {
            return new ResultsField(id, List.of());
        }
    }

    /// What has another version must be passed over (RFC 8601 2.6, 2.7.6).
    private static boolean versionOne(FieldText field) throws ParseException {
        boolean known = field.digits().equals("1");
        field.skip();
        return known;
    }

    private static List<Result> results(FieldText field) throws ParseException {
        List<Result> results = new ArrayList<>();
        do {
            field.expect(';');
            field.skip();
            String method = lower(field.keyword());
            field.skip();
            if (method.equals("none") && results.isEmpty() && field.end()) return List.of();
            boolean known = true;
            if (field.take('/')) {
                field.skip();
                known = versionOne(field);
            }
            field.expect('=');
            field.skip();
            Result result = new Result(method, lower(field.keyword()), properties(field));
            if (known) results.add(result);
        } while (!field.end());
        return List.copyOf(results);
    }

    /// What stands behind a result: perhaps a reason, which says nothing to us, and properties.
    private static List<Property> properties(FieldText field) throws ParseException {
        List<Property> properties = new ArrayList<>();
        boolean first = true;
        field.skip();
        while (!field.end() && !field.next(';')) {
            String type = lower(field.keyword());
            field.skip();
            if (first && type.equals("reason") && field.take('=')) {
                field.skip();
                field.value();
            } else {
                field.expect('.');
                field.skip();
                String name = lower(field.keyword());
                field.skip();
                field.expect('=');
                field.skip();
                properties.add(new Property(type, name, field.propertyValue()));
            }
            first = false;
            field.skip();
        }
        return List.copyOf(properties);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
