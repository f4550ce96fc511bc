package tldops.core;

/// Something in a form that must be mended before it can count. All of a form are told at once, each with its line.
///
/// @param line 1-based line of the newly written text, 0 when the thing is missing
/// @param entry number of the contact person block, 0 for the form as a whole
/// @param typed what stood there; "" when nothing did
public record Defect(int line, int entry, What what, String typed) {
    /// What is wrong; its words stand in the template of the correction form.
    public enum What {
        NOBODY, TOO_MANY, STATEMENT_MISSING, TLD_MISSING, TLD_UNKNOWN,
        NAME_MISSING, EMAIL_MISSING, EMAIL_UNREADABLE, EMAIL_OURS, EMAIL_TWICE, EMAIL_ROLE, EMAIL_TOO_MANY,
        PHONE_MISSING, PHONE_UNREADABLE, NUMBER_MISSING, NUMBER_TWICE
    }
}
