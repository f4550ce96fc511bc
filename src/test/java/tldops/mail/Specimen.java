package tldops.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tldops.core.Address;
import tldops.core.Envelope;
import tldops.core.Rules;

/// A mail of src/test/mail and the robot it comes to. Its envelope stands in its own Return-Path and Delivered-To.
record Specimen(Path file) {
    static final Rules.MailingList OWN = new Rules.MailingList("tld-ops", "lists.tld-ops.example", List.of("tld-ops.example"), Map.of());
    static final Set<Address> SECRETARIAT = Set.of(Address.of("secretariat@ccnso.example"));
    static final Instant NOW = Instant.parse("2026-11-03T10:22:45Z");

    /// Forms have expectations of their own; commands and posts are played in conversations.
    private static final Pattern PLAYED = Pattern.compile("/(forms|commands|posts)/");

    /// Each has its expectation beside it.
    static Stream<Specimen> all() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml") && !PLAYED.matcher(file.toString()).find()).sorted().map(Specimen::new).toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path expected(Path file) {
        return Path.of(file.toString().replaceAll("\\.eml$", ".expected"));
    }

    /// The lines of the file beside it.
    String expected() {
        try {
            return Files.readString(expected(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The bytes, with CR LF as on the wire.
    byte[] raw() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Reading reading() {
        return read(raw());
    }

    static Reading read(byte[] raw) {
        Headers headers = Part.parse(raw).root().headers();
        Optional<Address> path = headers.first("Return-Path").flatMap(value -> Address.parse(value.replaceAll("[<>]", "")));
        return read(raw, path, Mailboxes.all(headers, "Delivered-To"));
    }

    static Reading read(byte[] raw, Optional<Address> path, List<Address> recipients) {
        return MailReader.read(raw, new Envelope("smtp", false, path, recipients, "192.0.2.25"), 1, NOW, OWN, SECRETARIAT);
    }

    /// A mail from a person, given by its lines.
    static Reading read(String mail) {
        return read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), Optional.of(Address.of("admin@nic.example")), List.of(OWN.request()));
    }

    @Override
    public String toString() {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }
}
