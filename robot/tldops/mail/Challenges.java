package tldops.mail;

import java.util.regex.Pattern;

/// The subjects under which a spam filter asks the sender to prove that he is a person: nobody is there to read an answer, and
/// the robot proves nothing (MAIL_RULES 18). They count only at the beginning: a person may answer to one.
final class Challenges {
    private static final Pattern SUBJECT = Pattern.compile(
            "(your (e-?mail|message) (to .{3,80} )?requires (verification|confirmation|authorization).*|(re: .* )?[\\[(](verification|confirmation|authentication) (required|needed)[\\])].*|(sender|e-?mail) (verification|authentication|confirmation) (required|request|needed).*"
                    + "|please (verify|authenticate) your(self| e-?mail| message).*|please confirm (that )?(you are (a )?human|you are not a robot|your message|your e-?mail|delivery of your).*|confirm (that )?you are (a )?human.*|your message (is|has been) (on hold|held|awaiting (your )?confirmation|quarantined until).*"
                    + "|veuillez (vous authentifier|confirmer votre (message|envoi)).*|подтвердите,? что вы (не робот|человек).*|请验证您的邮件.*|bitte bestätigen sie ihre nachricht.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Challenges() {}

    static boolean says(String subject) {
        return subject.length() < 400 && SUBJECT.matcher(subject.strip()).matches();
    }
}
