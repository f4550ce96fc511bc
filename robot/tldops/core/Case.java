package tldops.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One matter under way. Its number is a hint for people and gives no rights (MAIL_RULES 12).
///
/// @param number 1, 2, 3, ...
/// @param tld empty only for [Matter.WhichTld] and a [Matter.Correction] that names none yet
/// @param asked the address that holds the open question
/// @param tokens every secret that was issued for it; the last is the newest
/// @param reopened a late answer has opened it once more (X32: once)
public record Case(
        long number,
        Optional<Tld> tld,
        Matter matter,
        Stage stage,
        Address asked,
        Language language,
        Instant opened,
        List<Issued> tokens,
        boolean reopened) {

    public boolean open() {
        return stage.open();
    }

    public Case at(Stage next) {
        return new Case(number, tld, matter, next, asked, language, opened, tokens, reopened);
    }

    public Case about(Matter next) {
        return new Case(number, tld, next, stage, asked, language, opened, tokens, reopened);
    }

    public Case asking(Address address) {
        return new Case(number, tld, matter, stage, address, language, opened, tokens, reopened);
    }

    public Case of(Tld next) {
        return new Case(number, Optional.of(next), matter, stage, asked, language, opened, tokens, reopened);
    }

    public Case in(Language next) {
        return new Case(number, tld, matter, stage, asked, next, opened, tokens, reopened);
    }

    /// The same case with one more secret out and the letter that carries it.
    public Case carrying(Issued issued) {
        List<Issued> all = new ArrayList<>(tokens);
        all.add(issued);
        return new Case(number, tld, matter, stage, asked, language, opened, List.copyOf(all), reopened);
    }

    /// The id of the last letter that carried a secret of this case, "" before the first.
    public String letter() {
        return tokens.isEmpty() ? "" : tokens.getLast().letter();
    }

    /// None of the secrets that serve this purpose acts any more.
    public Case spent(Issued.Purpose purpose) {
        List<Issued> all = tokens.stream().map(issued -> issued.purpose() == purpose ? issued.spent() : issued).toList();
        return new Case(number, tld, matter, stage, asked, language, opened, all, reopened);
    }

    /// None of the secrets that were sent to this address acts any more.
    public Case spent(Address holder) {
        List<Issued> all = tokens.stream().map(issued -> issued.to().equals(holder) ? issued.spent() : issued).toList();
        return new Case(number, tld, matter, stage, asked, language, opened, all, reopened);
    }

    public Case again() {
        return new Case(number, tld, matter, stage, asked, language, opened, tokens, true);
    }

    /// The issued secret that this token is, if it is one of ours.
    public Optional<Issued> issued(Token token) {
        String hash = token.hash();
        return tokens.stream().filter(issued -> Digest.same(issued.hash(), hash)).findFirst();
    }
}
