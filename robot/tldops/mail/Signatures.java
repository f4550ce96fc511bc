package tldops.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds signatures in newly written text: what stands behind `-- ` (RFC 3676 4.3) up to the next quote, and the one-line
/// footers of phones and mailers. It guesses nothing else: a wrong guess could turn a verdict (L27).
final class Signatures {
    private static final Pattern DELIMITER = Pattern.compile("(--|—|–) ?");
    private static final Pattern FOOTER = Pattern.compile(
            "(sent (from|via|using|with) (my |a |the )?(iphone|ipad|ipod|android|samsung|galaxy|huawei|xiaomi|blackberry|nokia|windows phone|mobile|phone|smartphone|outlook|mail for windows|yahoo|gmail|proton|aol|nine|mailbird|k-9|aquamail|tablet|apple).{0,80}"
                    + "|get outlook for .{1,60}|envoyé (de|depuis|à partir d['’ e]+)\\s?(mon |ma |un |une )?.{1,60}|télécharger outlook pour .{1,60}|obtenez outlook pour .{1,60}"
                    + "|(von meinem .{1,40}|gesendet von .{1,40}|von .{1,30} gesendet|diese nachricht wurde von meinem .{1,60})|(holen sie sich )?outlook für (android|ios).{0,40}"
                    + "|enviado (desde|do|de|a partir do|pelo|con) .{1,60}|obtener outlook para .{1,40}|obter o outlook para .{1,40}|inviato (da|dal|dallo) .{1,60}|scarica outlook per .{1,40}|ottieni outlook per .{1,40}"
                    + "|(verstuurd|verzonden) (vanaf|met|vanuit|via) .{1,60}|outlook voor .{1,40} downloaden|wysłane z .{1,60}|pobierz outlook.{1,40}|отправлено (с|из|от) .{1,60}|надіслано з .{1,60}|получить outlook для .{1,40}"
                    + "|发自我的.{1,40}|發自我的.{1,40}|从我的.{1,30}发送|發送自.{1,40}|从 .{1,30}发送|.{1,30}から送信|.{1,30}에서 보냄|أُ?رسلت? من .{1,40}|تم الإرسال من .{1,40}|الحصول على outlook.{1,40}"
                    + "|skickat från .{1,40}|sendt fra .{1,40}|lähetetty .{1,40}|iphone['’]?(umdan|dan) gönderildi|odesláno z .{1,40}|elküldve .{1,40}|trimis de pe .{1,40}|στάλθηκε από .{1,40})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Signatures() {}

    static boolean begins(String line) {
        return line.length() <= 3 && DELIMITER.matcher(line).matches();
    }

    static boolean footer(String line) {
        String bare = line.strip();
        return bare.length() <= 140 && FOOTER.matcher(bare).matches();
    }

    /// One stretch of written lines, between two quotes, parted into text and signature.
    record Parted(List<String> text, List<String> signature) {}

    static Parted part(List<String> lines) {
        List<String> text = new ArrayList<>();
        List<String> signature = new ArrayList<>();
        boolean behind = false;
        for (String line : lines) {
            behind |= begins(line);
            (behind || footer(line) ? signature : text).add(line);
        }
        return new Parted(text, signature);
    }
}
