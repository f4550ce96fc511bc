package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Language;
import tldops.core.Marks;

/// What counts is what was newly written, in whatever language the mailer speaks (R078, L27, L28).
class QuotingTest {
    private static final String LETTER = "Please confirm or\ndeny this assertion.\n\nconfirm\ndeny\n";

    @ParameterizedTest
    @EnumSource(Language.class)
    void ourOwnMarkerCutsFirst(Language language) {
        String mark = Marks.answerAbove(language);

        for (String line : new String[] {mark, "  " + mark + " ", "* " + mark + " *", "| " + mark, mark.replace("---", "—"), mark.toUpperCase(Locale.ROOT), mark.replaceFirst(" (?=\\S+ \\S+ ---)", "\n")}) {
            assertThat(written("confirm\n\n" + line + "\n" + LETTER)).as(line).isEqualTo("confirm\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void belowAMarkerBehindQuoteMarksOneMayStillWrite(Language language) {
        assertThat(written("> " + Marks.answerAbove(language) + "\n> Please confirm or deny\n\nconfirm\n")).isEqualTo("confirm\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "-----Original Message-----", "=== Original Message ===", "-------- Original Message --------", "-------- Message original --------", "-----Message d'origine-----", "---------- Message transféré ---------",
        "-----Ursprüngliche Nachricht-----", "-------- Original-Nachricht --------", "-------- Weitergeleitete Nachricht --------", "-----Mensaje original-----", "---------- Mensaje reenviado ---------",
        "-----Messaggio originale-----", "-----Mensagem original-----", "-----Oorspronkelijk bericht-----", "-----Исходное сообщение-----", "-------- Пересылаемое сообщение --------", "-----الرسالة الأصلية-----",
        "------------------ 原始邮件 ------------------", "-----邮件原件-----", "-----原始郵件-----", "-----元のメッセージ-----", "-----Original Message----- ", "---------- Forwarded message ---------",
        "Begin forwarded message:", "----- Mail original -----", "-----Oryginalna wiadomość-----", "-----Ursprungligt meddelande-----", "-----원본 메시지-----", "----- Forwarded by Adam Admin/NIC on 03/11/2026 09:00 -----"})
    void separatorsInManyLanguagesCut(String separator) {
        assertThat(written("confirm\n\n" + separator + "\n" + LETTER)).isEqualTo("confirm\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "From: TLD-OPS <a@b.example>\nSent: Monday\nTo: admin\nSubject: Request", "*From:* TLD-OPS\n*Date:* Monday\n*To:* admin\n*Subject:* Request", "De : TLD-OPS\nEnvoyé : lundi\nÀ : admin\nObjet : Request",
        "De: TLD-OPS\nEnviado: lunes\nPara: admin\nAsunto: Request", "Von: TLD-OPS\nGesendet: Montag\nAn: admin\nBetreff: Request", "Da: TLD-OPS\nInviato: lunedì\nA: admin\nOggetto: Request",
        "De: TLD-OPS\nEnviada em: segunda\nPara: admin\nAssunto: Request", "Van: TLD-OPS\nVerzonden: maandag\nAan: admin\nOnderwerp: Request", "От: TLD-OPS\nОтправлено: понедельник\nКому: admin\nТема: Request",
        "من: TLD-OPS\nتم الإرسال: الاثنين\nإلى: admin\nالموضوع: Request", "发件人: TLD-OPS\n发送时间: 2026年\n收件人: admin\n主题: Request", "寄件者：TLD-OPS\n寄件日期：2026\n收件者：admin\n主旨：Request",
        "差出人: TLD-OPS\n送信日時: 2026年\n宛先: admin\n件名: Request", "Fra: TLD-OPS\nSendt: mandag\nTil: admin\nEmne: Request", "Från: TLD-OPS\nSkickat: måndag\nTill: admin\nÄmne: Request", "Od: TLD-OPS\nWysłano: poniedziałek\nDo: admin\nTemat: Request"})
    void headerBlocksInManyLanguagesCut(String block) {
        assertThat(written("confirm\n\n" + block + "\n\n" + LETTER)).isEqualTo("confirm\n");
        assertThat(written("confirm\n________________________________\n" + block + "\n\n" + LETTER)).isEqualTo("confirm\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "On Mon, Nov 2, 2026 at 9:00 AM TLD-OPS <a@b.example> wrote:", "On Mon, Nov 2, 2026 at 9:00 AM TLD-OPS <\na@b.example> wrote:", "On Mon, Nov 2, 2026 at 9:00 AM\nTLD-OPS Validator\n<a@b.example> wrote:",
        "Le lun. 2 nov. 2026 à 09:00, TLD-OPS <a@b.example> a écrit :", "Le 02/11/2026 à 09:00, TLD-OPS\na écrit :", "El lun, 2 nov 2026 a las 9:00, TLD-OPS (<a@b.example>) escribió:",
        "Am Mo., 2. Nov. 2026 um 09:00 Uhr schrieb TLD-OPS <\na@b.example>:", "TLD-OPS <a@b.example> schrieb am Mo., 2. Nov. 2026, 09:00:", "Il giorno lun 2 nov 2026 alle ore 09:00 TLD-OPS <\na@b.example> ha scritto:",
        "Em seg., 2 de nov. de 2026 às 09:00, TLD-OPS <a@b.example> escreveu:", "Op ma 2 nov 2026 om 09:00 schreef TLD-OPS <a@b.example>:", "пн, 2 нояб. 2026 г. в 09:00, TLD-OPS <a@b.example>:", "02.11.2026 09:00, TLD-OPS пишет:",
        "في الاثنين، 2 نوفمبر 2026 في 9:00 ص كتب TLD-OPS <a@b.example>:", "TLD-OPS <a@b.example> 于2026年11月2日周一 09:00写道：", "在 2026年11月2日，09:00，TLD-OPS <a@b.example> 写道：", "At 2026-11-02 09:00:00, \"TLD-OPS\" <a@b.example> wrote:",
        "2026年11月2日(月) 9:00 TLD-OPS <a@b.example>:", "2026/11/02 9:00、TLD-OPSのメール:", "W dniu 2.11.2026 o 09:00, TLD-OPS pisze:", "Den mån 2 nov. 2026 kl 09:00 skrev TLD-OPS <a@b.example>:",
        "2026년 11월 2일 (월) 오전 9:00, TLD-OPS <a@b.example>님이 작성:", "2026-11-02 9:00 GMT+01:00 TLD-OPS <a@b.example>:"})
    void attributionsInManyLanguagesCut(String attribution) {
        assertThat(written("confirm\n\n" + attribution + "\n\n" + LETTER)).isEqualTo("confirm\n");
        assertThat(written("confirm\n" + attribution + "\n> Please confirm or\n> deny\n")).isEqualTo("confirm\n");
        assertThat(written(attribution + "\n> Please confirm or\n> deny\n\nconfirm\n")).isEqualTo("confirm\n");
    }

    @Test
    void wordsBelowAndBetweenQuotesAreNewlyWritten() {
        NewText text = Quoting.split("> one\n\nfirst\n\n>> two\n> three\n\nsecond\n");

        assertThat(text.written()).isEqualTo("first\n\n\nsecond\n");
        assertThat(text.quoted()).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void restOfALongQuotedLineStaysQuoted() {
        assertThat(written("confirm\n> We kindly ask you as the admin contact of your ccTLD to either confirm or\ndeny\n> this assertion.\n")).isEqualTo("confirm\n");
    }

    @Test
    void shortInterleavedAnswerWithoutBlankLinesIsWritten() {
        assertThat(written("> Do you confirm?\nconfirm\n> Reference: x\n")).isEqualTo("confirm\n");
    }

    @Test
    void signatureStandsApart() {
        NewText text = Quoting.split("confirm\n\n-- \nAdam Admin\nplease deny spam\n");

        assertThat(text.written()).isEqualTo("confirm\n");
        assertThat(text.signature()).isEqualTo("-- \nAdam Admin\nplease deny spam\n".replace("-- \n", "--\n"));
    }

    @Test
    void signatureAboveAQuoteDoesNotSwallowWordsBelowIt() {
        assertThat(written("-- \nAdam\n> Please confirm or deny\n\nconfirm\n")).isEqualTo("confirm\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Sent from my iPhone", "Envoyé de mon iPhone", "Von meinem iPhone gesendet", "Enviado desde mi iPhone", "Inviato da iPhone", "Enviado do meu iPhone", "Verstuurd vanaf mijn iPhone", "Отправлено с iPhone", "发自我的 iPhone",
        "iPhoneから送信", "Get Outlook for iOS", "Télécharger Outlook pour Android", "Sent from Mail for Windows", "أرسلت من جهازي iPhone"})
    void footersOfPhonesAreSignatures(String footer) {
        NewText text = Quoting.split("confirm\n\n" + footer + "\n");

        assertThat(text.written()).isEqualTo("confirm\n");
        assertThat(text.signature()).isEqualTo(footer + "\n");
    }

    @Test
    void formWithLabelsIsNoHeaderBlock() {
        String form = "=== 1st security contact ===\nName: Noor Voorbeeld\nEmail address: noor@nic.example\nMobile phone number: +1 555 0100\n\n=== 2nd security contact ===\nName: Sanne Contact\nEmail address: sanne@nic.example\nMobile phone number:\n";

        assertThat(written(form)).isEqualTo(form);
    }

    @Test
    void formPastedWithItsOwnHeadIsKept() {
        String form = "-- Début du message --\nDe : Contact administratif de l'IANA\nÀ : Secrétariat <secretariat@ccnso.example>\nCC : admin@nic.example\nObjet : demande d'abonnement\n\nNom : Noor Voorbeeld\n";

        assertThat(written(form)).isEqualTo(form);
    }

    @Test
    void ordinaryProseIsKept() {
        String prose = "On reflection I confirm.\nMy colleague wrote: yes.\nLe contact est : Noor\nFrom: now on\n";

        assertThat(written(prose)).isEqualTo(prose);
    }

    private static String written(String text) {
        return Quoting.split(text).written();
    }
}
