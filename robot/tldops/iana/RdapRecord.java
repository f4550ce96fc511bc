package tldops.iana;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tldops.core.Tld;

/// One answer of RDAP about a ccTLD (RFC 9083 5.1, 5.3, IANA_DATA 2). Only entities of the domain itself count: one
/// inside another is that one's contact, not the ccTLD's.
///
/// @param there whether the server knows it
/// @param notAssigned nobody runs it
/// @param organisation of the admin contact, else of the manager
/// @param changed when the record changed last, as the server wrote it
record RdapRecord(boolean there, boolean notAssigned, Contact admin, Contact technical, String organisation, Optional<String> changed) {
    private static final int MOST_ENTITIES = 50;

    /// Deep or endless answers end here, before they cost anything; a key that comes twice is an attack on whoever reads
    /// it the other way.
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).maxStringLength(16_384).maxNumberLength(40).maxNameLength(200).maxDocumentLength(Source.MAX_BYTES).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// @param mails every e-mail address, as it is written, each once
    record Contact(String name, String organisation, List<String> mails) {
        static final Contact NOBODY = new Contact("", "", List.of());
    }

    private static final RdapRecord NOT_THERE = new RdapRecord(false, false, Contact.NOBODY, Contact.NOBODY, "", Optional.empty());

    /// @throws IOException when it is no record of this ccTLD: that is nobody's word
    static RdapRecord read(Tld asked, String raw) throws IOException {
        JsonNode record = parsed(raw);
        if (record.path("errorCode").asInt() == 404) return NOT_THERE;
        if (!record.path("objectClassName").asText().equals("domain")) throw new IOException("RDAP: the answer is no record of a domain");
        String name = record.path("ldhName").asText();
        if (!is(asked, name) || (record.has("unicodeName") && !is(asked, record.path("unicodeName").asText()))) throw new IOException("RDAP: answered for another: " + WhoisRecord.clean(name));
        List<JsonNode> entities = elements(record.path("entities"));
        if (entities.size() > MOST_ENTITIES) throw new IOException("RDAP: more than " + MOST_ENTITIES + " entities");
        Contact admin = contact(entities, "administrative");
        Contact manager = contact(entities, "registrant");
        boolean notAssigned = admin.mails().isEmpty() && ("Not assigned".equalsIgnoreCase(manager.organisation()) || "Not assigned".equalsIgnoreCase(manager.name()));
        String organisation = !admin.organisation().isEmpty() ? admin.organisation() : !manager.organisation().isEmpty() ? manager.organisation() : manager.name();
        return new RdapRecord(true, notAssigned, admin, contact(entities, "technical"), organisation, changed(record));
    }

    private static JsonNode parsed(String raw) throws IOException {
        try {
            JsonNode record = JSON.readTree(raw);
            if (record == null || !record.isObject()) throw new IOException("RDAP: the answer is no record");
            return record;
        } catch (JsonProcessingException garbage) {
            // its own message would quote what somebody sent
            throw new IOException("RDAP: the answer can not be read (" + garbage.getClass().getSimpleName() + ")", garbage);
        }
    }

    private static boolean is(Tld asked, String name) {
        return Tld.parse(name.endsWith(".") ? name.substring(0, name.length() - 1) : name).equals(Optional.of(asked));
    }

    /// All entities that have this role make one contact; of which of several addresses it is is not ours to choose.
    private static Contact contact(List<JsonNode> entities, String role) throws IOException {
        Contact all = Contact.NOBODY;
        for (JsonNode entity : entities) {
            boolean has = elements(entity.path("roles")).stream().anyMatch(one -> one.asText().equalsIgnoreCase(role));
            if (has) all = joined(all, JCard.read(entity.path("vcardArray")));
        }
        return all;
    }

    private static Contact joined(Contact one, Contact other) {
        List<String> mails = new ArrayList<>(one.mails());
        for (String mail : other.mails()) if (mails.stream().noneMatch(mail::equalsIgnoreCase)) mails.add(mail);
        return new Contact(one.name().isEmpty() ? other.name() : one.name(), one.organisation().isEmpty() ? other.organisation() : one.organisation(), List.copyOf(mails));
    }

    private static Optional<String> changed(JsonNode record) {
        return elements(record.path("events")).stream().filter(event -> event.path("eventAction").asText().equalsIgnoreCase("last changed")).map(event -> WhoisRecord.clean(event.path("eventDate").asText())).findFirst();
    }

    /// A single value counts as a list of one: servers differ.
    static List<JsonNode> elements(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return List.of();
        List<JsonNode> all = new ArrayList<>();
        if (node.isArray()) node.forEach(all::add);
        else all.add(node);
        return all;
    }
}
