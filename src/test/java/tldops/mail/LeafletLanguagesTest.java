package tldops.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tldops.mail.Typed.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Form;
import tldops.core.Language;
import tldops.core.Request;
import tldops.core.Request.Answered;
import tldops.core.Request.Command.Help;
import tldops.core.Request.Command.Password;
import tldops.core.Request.Command.Who;
import tldops.core.Request.Commands;
import tldops.core.Request.Unclear;
import tldops.core.Request.Word;
import tldops.core.Tld;

/// What people write in Spanish, Arabic, Russian and Chinese is understood; in doubt it is asked back (R098, N08, N10).
class LeafletLanguagesTest {
    private static Request read(String written) {
        return RequestReader.read("RE: TLD-OPS Authentication Request", new NewText(written, "", ""), false, true);
    }

    private static Answered sure(Word word) {
        return new Answered(Set.of(word), List.of(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "confirmo", "Confirmo.", "Sí, confirmo", "Si, confirmo.", "Sí, lo confirmo. Gracias", "Confirmamos", "confirmado", "Confirmado, gracias", "Estimada Secretaría:\n\nConfirmo la solicitud.\n\nUn saludo,\nMaría",
        "Por la presente confirmo que Juan es el responsable de la seguridad y estabilidad de nuestro dominio desde hace años", "Confirmo a Juan",
        "подтверждаю", "Подтверждаю!", "Да, подтверждаю.", "Подтверждаем", "Здравствуйте!\n\nПодтверждаю.\n\nС уважением,\nПётр", "Настоящим подтверждаю", "Подтверждено", "Я это подтверждаю, спасибо",
        "Подтверждаю, что Анна Ёлкина отвечает за безопасность и стабильность нашего домена уже десять лет подряд",
        "أؤكد", "اؤكد", "أُؤَكِّدُ", "أؤكـــد", "نعم، أؤكد", "نؤكد ذلك", "تأكيد", "السلام عليكم ورحمة الله\n\nأؤكد ذلك.\n\nمع خالص التحيات\nأحمد", "أؤكد أن أحمد الشريف هو جهة الاتصال لدينا منذ عشر سنوات في السجل الوطني",
        "\u200fأؤكد\u200f", "وأؤكد ذلك",
        "确认", "確認", "确认。", "我确认", "我们确认。谢谢！", "您好！\n\n确认\n\n谢谢\n张伟", "好的，我确认", "已确认", "确认无误", "特此确认", "本人确认张伟为本域名的联系人", "　确认　"})
    void a_confirmation_is_read(String written) {
        assertEquals(sure(Word.CONFIRM), read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"niego", "Deniego.", "No, deniego la solicitud", "Rechazamos", "rechazo", "denegado", "отказываю", "Отклоняю.", "Нет, отклоняю", "отказ", "Отказываем, спасибо", "أرفض", "لا، أرفض", "نرفض الطلب", "رفض", "مرفوض",
        "拒绝", "拒絕", "我拒绝", "不，我拒绝", "否认", "驳回"})
    void a_denial_is_read(String written) {
        assertEquals(sure(Word.DENY), read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "no confirmo", "No lo confirmo", "No, no confirmo", "no confirmamos la solicitud", "nunca confirmo esto", "Confirmo que Juan no es responsable", "No puedo confirmar", "si confirmo, ¿qué pasa?", "¿Confirmo?",
        "Por favor confirmar", "Favor de confirmar", "confirmo mañana", "sin confirmar", "Juan confirma", "no confirmado",
        "не подтверждаю", "Я не подтверждаю", "Нет, не подтверждаю", "никогда не подтверждаю", "не подтверждено", "Прошу подтвердить", "Не могу подтвердить", "подтверждаю, если согласен Иван", "Подтверждаю?", "подтвердить завтра",
        "لا أؤكد", "لن أؤكد", "لم أؤكد", "لا أؤكد ذلك", "ولا أؤكد", "لا، لا أؤكد", "غير مؤكد", "لا يمكنني تأكيد ذلك", "يرجى تأكيد الطلب", "هل أؤكد؟", "تأكيد؟", "إذا أؤكد", "بدون تأكيد", "بانتظار تأكيد المدير", "تأكيد المدير ضروري جدا",
        "不确认", "不確認", "我不确认", "不，不确认", "未确认", "尚未确认", "无法确认", "没有确认", "不能确认", "请确认", "請確認", "确认吗？", "确认？谢谢", "是否确认", "我确认一下", "稍后确认", "如果确认", "待确认", "需要确认", "经理确认", "确认流程太长",
        "确认函在哪里", "我会确认", "拒不确认"})
    void what_is_negated_asked_or_put_off_never_confirms(String written) {
        assertDoubted(Word.CONFIRM, read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no rechazo", "No rechazo la solicitud", "no niego", "не отказываю", "Я не отклоняю", "لا أرفض", "لم أرفض", "不拒绝", "我不拒绝", "没有拒绝", "无法驳回"})
    void a_negated_denial_does_not_deny(String written) {
        assertDoubted(Word.DENY, read(written));
    }

    private static void assertDoubted(Word word, Request request) {
        assertNotEquals(sure(word), request);
        if (request instanceof Answered answered) assertTrue(answered.doubtful() || answered.words().size() > 1, answered.toString());
        else assertInstanceOf(Unclear.class, request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Confirmo recepción", "Acuse de recibo: confirmado", "Подтверждаю получение", "أؤكد استلام الرسالة", "确认收到", "我已收到，确认", "確認しました", "誤確認だった", "La confirmación llegará", "подтверждение придёт", "неподтверждено"})
    void what_is_about_the_mail_or_another_word_is_no_answer(String written) {
        assertInstanceOf(Unclear.class, read(written));
    }

    @Test
    void both_words_are_both_told() {
        for (String both : List.of("confirmo o deniego", "подтверждаю или отказываю", "أؤكد أو أرفض", "确认和拒绝")) {
            assertEquals(Set.of(Word.CONFIRM, Word.DENY), assertInstanceOf(Answered.class, read(both)).words(), both);
        }
    }

    @ParameterizedTest
    @CsvSource({"deshacer,UNDO", "anular,UNDO", "bloquear,BLOCK", "отменить,UNDO", "заблокировать,BLOCK", "تراجع,UNDO", "إلغاء,UNDO", "حظر,BLOCK", "撤销,UNDO", "撤銷,UNDO", "屏蔽,BLOCK", "封鎖,BLOCK"})
    void undo_and_block_are_read(String written, Word word) {
        assertEquals(sure(word), read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"٢", "۲", "２", "opción 2", "номер 2", "رقم ٢", "الخيار ٢", "第2号", "选2", "2。", "2，谢谢", "No 2"})
    void a_digit_of_any_script_chooses(String written) {
        assertEquals(new Answered(Set.of(), List.of(2), false), read(written));
    }

    @Test
    void commands_are_read_in_all_languages_of_the_leaflet() {
        for (String help : List.of("ayuda", "¡Ayuda!", "مساعدة", "المساعدة", "помощь", "Справка.", "帮助", "幫助")) assertEquals(List.of(new Help()), commands(help).commands(), help);
        for (String who : List.of("quién", "¿Quién?", "QUIEN", "من", "кто", "Кто?", "谁", "誰", "联系人")) assertEquals(List.of(new Who(Optional.empty(), List.of())), commands(who).commands(), who);
        for (String password : List.of("contraseña", "كلمة المرور", "пароль", "密码", "密碼")) assertEquals(List.of(new Password()), commands(password).commands(), password);
        assertEquals(List.of(new Who(Optional.empty(), List.of(Tld.of("рф"), Tld.of("nl")))), commands("кто .рф .nl").commands());
        assertEquals(List.of(new Who(Optional.empty(), List.of(Tld.of("中国"), Tld.of("nl")))), commands("谁 .中国、.nl").commands());
        assertEquals(List.of(new Who(Optional.empty(), List.of(Tld.of("中国")))), commands("联系人.中国").commands());
        assertEquals(List.of(new Who(Optional.empty(), List.of(Tld.of("مصر")))), commands("من .مصر").commands());
        assertEquals(List.of(new Who(Optional.of("s3cr3t"), List.of(Tld.of("mx")))), commands("quién s3cr3t .mx").commands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"кто вы?", "من فلان", "من: أحمد", "谁知道", "quién es usted", "contraseña olvidada, ¿qué hago?", "联系人：张伟"})
    void a_sentence_is_no_command(String line) {
        assertInstanceOf(Unclear.class, RequestReader.read("", new NewText(line, "", ""), false, false));
    }

    @Test
    void a_password_behind_a_foreign_word_is_never_told_back() {
        Commands commands = commands("help\nпароль s3cr3t\nكلمة المرور s3cr3t\n密码 s3cr3t\nquién s3cr3t y otra cosa");

        assertFalse(commands.unprocessed().toString().contains("s3cr3t"), commands.unprocessed().toString());
    }

    private static Commands commands(String body) {
        return assertInstanceOf(Commands.class, RequestReader.read("", new NewText(body, "", ""), false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Por la presente confirmo que las personas arriba indicadas son responsables de la seguridad y la\nestabilidad generales de mi ccTLD.", "Настоящим подтверждаю, что указанные лица несут ответственность за общую\nбезопасность и стабильность ccTLD",
        "أؤكد أن الأشخاص المذكورين أعلاه مسؤولون عن أمن واستقرار النطاق", "本人确认上述人员负责我方域名的整\n体安全与稳定", "茲確認上述人員負責整體安全與穩定", "我确认以上人员对本域名的安全和稳定负责"})
    void the_statement_is_found(String statement) {
        assertTrue(form("Name: Jan\nEmail: jan@registry.example\n" + statement).statement());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "No confirmo que las personas son responsables de la seguridad", "Confirmo que no son responsables de la seguridad", "Не подтверждаю, что лица отвечают за безопасность", "Подтверждаю, что лица не отвечают за безопасность",
        "لا أؤكد أن الأشخاص مسؤولون عن أمن النطاق", "أؤكد أن الأشخاص ليسوا مسؤولين عن أمن النطاق", "本人不确认上述人员负责安全", "本人确认上述人员不负责安全", "无法确认上述人员负责安全"})
    void what_is_not_said_is_no_statement(String statement) {
        assertFalse(form("Name: Jan\nEmail: jan@registry.example\n" + statement).statement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"El contacto administrativo de la IANA del .mx|mx", "Административный контакт IANA для домена .рф|xn--p1ai", "جهة الاتصال الإدارية لدى IANA لنطاق .مصر|xn--wgbh1c", "IANA管理联系人：.中国|xn--fiqs8s", "IANA 行政聯絡人，代表 .中国|xn--fiqs8s"})
    void the_signature_of_the_leaflet_names_the_ccTLD(String lineAndLabel) {
        String[] parts = lineAndLabel.split("\\|");
        Form form = form("Name: Jan\nEmail: jan@registry.example\nMobile: +31612345678\n\n" + parts[0]);

        assertEquals(List.of(Tld.of(parts[1])), form.tlds().stream().flatMap(tld -> tld.value().stream()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Persona de contacto n.º 2:|2", "Contacto secundario|2", "Tercer contacto:|3", "Контактное лицо № 2 (второе):|2", "Второй контакт:|2", "جهة الاتصال رقم ٢:|2", "جهة الاتصال (الثانوية):|2", "联系人2：|2",
        "联系人（次要）：|2", "第2联系人|2", "次要联系人：|2", "聯絡人 #3|3"})
    void a_heading_gives_the_rank(String heading, int rank) {
        Form form = form(heading + "\nName: Jan Jansen\nEmail address: jan@registry.example\nMobile phone number: +31 6 12345678");

        assertEquals(List.of(rank), form.entries().stream().map(Form.Entry::number).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nombre: <Nombre1> <Apellido1>", "Имя: <Имя1> <Фамилия1>", "الاسم: <الاسم1>", "姓名：<姓名1>", "Nombre: ninguno", "Имя: нет", "الاسم: لا يوجد", "姓名：无"})
    void a_placeholder_of_any_language_counts_as_nothing(String line) {
        assertTrue(form("Contact Person #1\nName: Jan Jansen\nEmail address: jan@registry.example\nMobile phone number: +31 6 12345678\n\nContact Person #2\n" + line).entries().get(1).empty());
    }

    @Test
    void an_answer_is_in_English_where_there_are_no_letters() {
        for (String text : List.of("Hola, buenos días: quisiera suscribir a las personas de la lista, gracias", "Здравствуйте, прошу подписать", "السلام عليكم ورحمة الله", "您好，请订阅")) {
            assertEquals(Language.EN, RequestReader.language(text), text);
        }
        assertEquals(Language.FR, RequestReader.language("Bonjour, je voudrais abonner les personnes de la liste, merci"));
    }
}
