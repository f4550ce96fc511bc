package tldops.core;

/// A telephone number as typed and in E.164 (X10). Doubts warn, they never refuse.
///
/// @param typed as the person wrote it
/// @param e164 `+` and 7 to 15 digits
/// @param plausible false when the numbering plan of its country has no such number
/// @param country ISO 3166-1 code of the country code's country, "" when unknown
public record Phone(String typed, String e164, boolean plausible, String country) {
    /// As typed, where everybody can read its digits; else in E.164.
    public String readable() {
        int at = 0;
        while (at < typed.length() && typed.charAt(at) < 0x80) at++;
        return at == typed.length() || typed.codePoints().allMatch(c -> c < 0x80 || !Character.isDigit(c)) ? typed : e164;
    }
}
