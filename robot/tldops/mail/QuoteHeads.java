package tldops.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The lines with which mailers begin what is answered to, in the languages of our correspondents (L28): "Original
/// Message" separators, From/Sent blocks, "On … wrote:".
final class QuoteHeads {
    private static final int MAX_LINE = 400;

    private static final Set<String> SEPARATORS = Set.copyOf(List.of(
            "original message", "original mail", "original email", "original e-mail", "reply message", "replied message", "forwarded message", "begin forwarded message", "forwarded mail",
            "message original", "mail original", "courriel original", "e-mail d’origine", "message d'origine", "message d’origine", "message initial", "message transféré", "début du message transféré", "message réacheminé",
            "ursprüngliche nachricht", "originalnachricht", "original-nachricht", "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht", "urspr. nachricht",
            "mensaje original", "mensaje reenviado", "inicio del mensaje reenviado", "mensaje inicial",
            "messaggio originale", "messaggio inoltrato", "inizio messaggio inoltrato",
            "mensagem original", "mensagem encaminhada", "mensagem original da mensagem", "início da mensagem reencaminhada",
            "oorspronkelijk bericht", "origineel bericht", "oorspronkelijke bericht", "doorgestuurd bericht", "begin doorgestuurd bericht",
            "исходное сообщение", "оригинальное сообщение", "исходное письмо", "пересылаемое сообщение", "пересланное сообщение", "начало переадресованного сообщения", "вихідне повідомлення", "оригінальне повідомлення",
            "الرسالة الأصلية", "رسالة أصلية", "رسالة معاد توجيهها", "الرسالة المعاد توجيهها", "پیام اصلی", "הודעה מקורית",
            "原始邮件", "原始郵件", "原始信件", "邮件原件", "原邮件", "原始消息", "转发邮件", "轉寄郵件", "转发的邮件", "回复的原邮件", "回复的邮件",
            "元のメッセージ", "オリジナルメッセージ", "元のメール", "転送メッセージ", "転送されたメッセージ", "원본 메시지", "원본 메일", "전달된 메시지",
            "oryginalna wiadomość", "wiadomość oryginalna", "wiadomość przekazana dalej", "původní zpráva", "pôvodná správa", "eredeti üzenet", "mesajul original", "mesaj original", "оригинално съобщение",
            "ursprungligt meddelande", "originalmeddelande", "vidarebefordrat meddelande", "opprinnelig melding", "oprindelig meddelelse", "oprindelig besked", "videresendt melding", "alkuperäinen viesti",
            "özgün ileti", "orijinal mesaj", "ilk ileti", "αρχικό μήνυμα", "izvorna poruka", "originalna poruka", "pesan asli", "mesej asal", "thư gốc", "ข้อความต้นฉบับ", "ujumbe asili"));

    private static final Set<String> FROM = Set.copyOf(List.of(
            "from", "de", "von", "da", "van", "od", "от", "від", "från", "fra", "lähettäjä", "kimden", "gönderen", "feladó", "de la", "από", "remitente", "expéditeur", "mittente", "remetente", "afzender", "absender", "отправитель", "nadawca", "odesílatel",
            "من", "از", "מאת", "发件人", "寄件者", "寄件人", "差出人", "送信者", "보낸 사람", "보낸사람", "dari", "từ", "จาก"));

    private static final Set<String> DATES = Set.copyOf(List.of(
            "sent", "date", "sent at", "envoyé", "envoyé le", "gesendet", "datum", "enviado", "enviado el", "fecha", "inviato", "data", "enviada",
            "enviada em", "enviado em", "data de envio", "verzonden", "wysłano", "wysłane", "дата", "отправлено", "отправлен", "надіслано", "发送时间",
            "發送時間", "日期", "时间", "時間", "寄件日期", "傳送時間", "傳送日期", "送信日時", "送信日", "日時", "日付", "보낸 날짜", "날짜", "التاريخ", "تاريخ", "تاريخ الإرسال",
            "الإرسال", "تم الإرسال", "أرسلت", "تاریخ", "נשלח", "תאריך", "skickat", "sendt", "dato", "lähetetty", "päivämäärä", "odesláno",
            "elküldve", "trimis", "gönderildi", "gönderme", "tarih", "στάλθηκε", "poslano", "dikirim", "đã gửi", "ngày"));

    private static final Set<String> OTHERS = Set.copyOf(List.of(
            "to", "cc", "subject", "reply-to", "à", "a", "objet", "copie à", "destinataire", "répondre à", "an", "betreff", "kopie", "para",
            "asunto", "oggetto", "destinatario", "assunto", "aan", "onderwerp", "do", "temat", "кому", "копия", "тема", "копія", "收件人", "抄送", "主题",
            "主旨", "收件者", "副本", "宛先", "件名", "받는 사람", "받는사람", "제목", "참조", "إلى", "الموضوع", "نسخة", "نسخة إلى", "به", "موضوع", "אל", "נושא", "till",
            "ämne", "til", "emne", "vastaanottaja", "aihe", "komu", "předmět", "címzett", "tárgy", "către", "subiect", "kime", "konu", "προς",
            "θέμα", "za", "predmet", "kepada", "perihal", "đến", "chủ đề"));

    private static final Pattern FRAME = Pattern.compile("^[\\s\\-=_*─—–~#+>]+|[\\s\\-=_*─—–~#+:：]+$");
    private static final Pattern FRAMED = Pattern.compile("^[\\s>]*([-=_*─—–~#]\\s?){2,}.*");
    private static final Pattern BY = Pattern.compile("-{3,} ?(forwarded by|message from|weitergeleitet von|réexpédié par|reenviado por|inoltrato da) .{1,200}-{3,}");

    private static final Pattern VERB = Pattern.compile(
            "wrote|writes|a écrit|écrivait|schrieb|geschrieben|escribió|escribio|ha scritto|scrive|scrisse|escreveu|schreef|napisał|написа|пише|пишет|писал|写道|寫道|写到|さんは書きました|書きました|のメール|작성|كتب|نوشت|כתב|skrev|kirjoitti|napsal|napísal|yazdı|írta|έγραψε|a scris|escrigué|va escriure|je napisa|je pisa|pisze|đã viết|menulis|เขียน",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern START = Pattern.compile(
            "(on|le|am|el|il|em|op|den|w dniu|dnia|dne|dňa|på|pe|în|la data|tarihinde|в|у|на|в|в|στις|pada|vào|a|fre|lör|mån|tir|ons|tor|ma|ti|ke|to|пн|вт|ср|чт|пт|сб|вс|\\p{L}{2,3}[.,]|在|于|於|في|بتاريخ|le|ב|ใน)[\\s,،].*|\\p{Nd}.*|[在于於].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern WHEN_OR_WHO = Pattern.compile(".*[\\p{Nd}@].*", Pattern.DOTALL);
    private static final Pattern CLOSED = Pattern.compile(".*[:：]", Pattern.DOTALL);

    private QuoteHeads() {}

    /// `-----Original Message-----`, `=== Original Message ===`, `Begin forwarded message:`.
    static boolean separator(String line) {
        if (line.length() > MAX_LINE) return false;
        String low = line.strip().toLowerCase(Locale.ROOT);
        if (BY.matcher(low).matches()) return true;
        String bare = FRAME.matcher(low).replaceAll("").strip();
        return SEPARATORS.contains(bare) && (FRAMED.matcher(low).matches() || low.endsWith(":"));
    }

    /// Whether a From/Sent block begins here: a From label, then within six lines a date and another label. Without a date
    /// it may be the head of a form that somebody pasted as a whole (R097).
    static boolean block(List<String> lines, int at) {
        if (!FROM.contains(label(lines.get(at)))) return false;
        boolean dated = false;
        int others = 0;
        for (int i = at + 1, seen = 0; i < lines.size() && seen < 6; i++) {
            if (lines.get(i).isBlank()) continue;
            seen++;
            String label = label(lines.get(i));
            dated |= DATES.contains(label);
            if (OTHERS.contains(label)) others++;
        }
        return dated && others > 0;
    }

    private static String label(String line) {
        int colon = line.indexOf(':');
        int wide = line.indexOf('：');
        if (colon < 0 || (wide >= 0 && wide < colon)) colon = wide;
        if (colon < 1 || colon > 30) return "";
        return line.substring(0, colon).replaceAll("[*_\\s]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /// How many lines "On … wrote:" takes from here, at most four; 0 when it is none.
    static int attribution(List<String> lines, int at) {
        String first = lines.get(at).strip();
        if (first.isEmpty() || !colonAhead(lines, at)) return 0;
        boolean begins = START.matcher(first).matches();
        boolean named = first.indexOf('@') > 0 || VERB.matcher(cut(first)).find();
        if (!begins && !named) return 0;
        StringBuilder joined = new StringBuilder();
        int most = begins ? 4 : 2;
        for (int i = at; i < lines.size() && i < at + most; i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || joined.length() + line.length() > MAX_LINE) return 0;
            joined.append(i == at ? "" : " ").append(line);
            if (closes(joined.toString(), begins)) return i - at + 1;
        }
        return 0;
    }

    /// Seen first, for it costs least: without one in four lines none of them closes.
    private static boolean colonAhead(List<String> lines, int at) {
        for (int i = at; i < lines.size() && i < at + 4; i++) {
            String line = lines.get(i).strip();
            if (line.endsWith(":") || line.endsWith("：")) return true;
        }
        return false;
    }

    private static String cut(String line) {
        return line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
    }

    private static boolean closes(String joined, boolean begins) {
        if (!CLOSED.matcher(joined).matches() || !WHEN_OR_WHO.matcher(joined).matches()) return false;
        return VERB.matcher(joined).find() || (begins && endsWithAddress(joined));
    }

    /// `… Jane Doe <jane@nic.example>:`, as Gmail writes it in Russian and Japanese.
    private static boolean endsWithAddress(String joined) {
        String bare = joined.substring(0, joined.length() - 1).strip();
        int opened = Math.max(bare.lastIndexOf('<'), Math.max(bare.lastIndexOf('＜'), bare.lastIndexOf('(')));
        return opened > 0 && bare.indexOf('@', opened) > 0 && ">＞)".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }
}
