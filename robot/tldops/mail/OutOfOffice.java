package tldops.mail;

import java.util.regex.Pattern;

/// The subjects that Outlook, Exchange, Gmail, Lotus, Zimbra and others give to vacation replies, in many languages
/// (L13). They count only at the beginning: a person may answer to one.
final class OutOfOffice {
    private static final Pattern PREFIX = Pattern.compile(
            "(automatic reply|auto(matic)?[ -]?(reply|response|antwort|svar|matisch antwoord|responder)|auto|automatic response|out of (the )?office( auto-?reply)?( notification| message)?|ooo|oof|vacation|vacation (reply|message|notice|response)|away from (my )?(mail|office)"
                    + "|réponse automatique|reponse automatique|absence du bureau|absence|message d['’]absence|message automatique|automatische antwort|automatische beantwortung|abwesenheitsnotiz|abwesend|abwesenheit|abwesenheitsassistent|automatische rückantwort"
                    + "|respuesta automática|respuesta automatica|fuera de (la )?oficina|ausencia|de vacaciones|ausente de la oficina|risposta automatica|fuori (sede|ufficio)|resposta automática|resposta automatica|fora do escritório|ausência temporária|ausente do escritório"
                    + "|automatisch antwoord|afwezig|afwezigheidsmelding|afwezigheidsbericht|niet aanwezig|автоматический ответ|автоответ|автоматическое сообщение|в отпуске|нет на работе|вне офиса|отсутствие на работе|автоматична відповідь|автоматичен отговор"
                    + "|自动答复|自动应答|自動應答|休假中|休假|自动回复|自動回覆|自動回復|外出|不在办公室|不在辦公室|自動返信|自動応答|不在通知|不在|자동 회신|자동 응답|부재 중|الرد التلقائي|رد آلي|الرد الآلي|في إجازة|رد تلقائي|خارج المكتب|پاسخ خودکار|תשובה אוטומטית|מענה אוטומטי"
                    + "|autosvar|automatiskt svar|automatisk svar|frånvaro|fravær|ikke på kontoret|automaattinen vastaus|poissa|odpowiedź automatyczna|autoodpowiedź|poza biurem|automatická odpověď|automatická odpoveď|mimo kancelář|automatikus válasz|házon kívül"
                    + "|răspuns automat|otomatik yanıt|ofis dışında|αυτόματη απάντηση|εκτός γραφείου|automatski odgovor|samodejni odgovor|balasan otomatis|balas automatik|thư trả lời tự động|trả lời tự động|ตอบกลับอัตโนมัติ|automatinis atsakymas|automātiskā atbilde|automaatvastus)"
                    + "\\s*([:：\\-–—].*|\\(.*|)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /// Lotus Notes: `Jane Doe is out of the office.`, `Jane Doe est absent(e).`
    private static final Pattern NAMED = Pattern.compile(
            ".{2,60} (is (currently )?(out of (the )?office|on (vacation|leave|holiday)|away)|will be out of (the )?office|est absente?(\\(e\\))?|ist (nicht im (hause|büro)|außer haus|abwesend)|está (ausente|fuera de la oficina)|non è in ufficio|is niet op kantoor|is afwezig)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private OutOfOffice() {}

    static boolean says(String subject) {
        String bare = subject.strip().replaceFirst("^[\\[*\\s]+(?=\\p{L})", "").replaceFirst("\\]", "");
        return PREFIX.matcher(bare).matches() || (!bare.regionMatches(true, 0, "re:", 0, 3) && NAMED.matcher(bare).matches());
    }
}
