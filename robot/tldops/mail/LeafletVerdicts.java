package tldops.mail;

import java.util.List;
import java.util.Map;
import tldops.core.Request.Word;
import tldops.mail.VerdictWords.Row;

/// The words of answers in the leaflet's languages for which there are no letters: Spanish, Arabic, Russian, Chinese (R098,
/// N08). Where a language leaves doubt, a word is doubted: a question too many does no harm (N10).
final class LeafletVerdicts {
    private static final Row SPANISH = new Row(Reads.ES,
            Map.of(Word.CONFIRM, "confirmo confirmamos confirmado confirmada confirmados confirmadas confirmar confirma", Word.DENY,
                    "niego negamos negado negada deniego denegamos denegado denegada denegar rechazo rechazamos rechazado rechazada rechazar", Word.UNDO, "deshacer deshago deshacemos anular anulo anulamos revertir",
                    Word.BLOCK, "bloquear bloqueo bloqueamos"),
            "hola buenos buenas dias dia tardes noches estimado estimada estimados estimadas senor senora senores equipo secretaria gracias muchas por favor atentamente cordialmente saludo saludos cordial"
                    + " cordiales un yo nosotros lo la el los las le esto este esta estos caso solicitud cambio y e o tambien nuestra nuestro mi respuesta es de del al a presente mediante opcion numero"
                    + " que habil habiles vale",
            "no nunca jamas sin ni nadie ningun ninguna ninguno tampoco nada imposible",
            "si cuando despues antes hasta manana luego pronto tarde podria podriamos podemos puedo puede pueden quisiera quisieramos quiero queremos confirmare confirmaremos confirmaria salvo excepto menos debo debemos"
                    + " acaso quien como esperando espero falta pendiente",
            "yo nosotros confirmo confirmamos niego negamos deniego denegamos rechazo rechazamos", "por favor|favor de|favor|porfavor|sirvase|rogamos|ruego|solicitamos|solicito|le ruego que", "recepcion recibo recibido recibida recibimos recibi acuse");

    private static final Row RUSSIAN = new Row(Reads.RU,
            Map.of(Word.CONFIRM, "подтверждаю подтверждаем подтверждено подтвержден подтверждена подтверждены подтвердить", Word.DENY,
                    "отказываю отказываем отказано отказ отказать отклоняю отклоняем отклонено отклонен отклонена отклонить отвергаю отвергаем отрицаю отрицаем", Word.UNDO, "отменить отменяю отменяем",
                    Word.BLOCK, "заблокировать блокировать блокирую блокируем заблокируйте"),
            "здравствуйте добрый доброе день утро вечер уважаемый уважаемая уважаемые господа господин госпожа коллеги команда секретариат да спасибо большое благодарю благодарим с уважением я мы это этот эту"
                    + " данный данную запрос заявку заявка изменение изменения настоящим и или также наш наша мой моя ответ номер вариант день дня дней рабочих вас вам всем пожалуйста хорошо его ее их",
            "не нет ни никогда нельзя без никто невозможно ничего никак",
            "если когда после до пока завтра позже потом скоро смогу сможем могу можем может можете хочу хотим хотел ли бы чтобы буду будем будет кроме возможно надо нужно должен должны ожидаем ожидаю прежде кто как",
            "я мы настоящим подтверждаю подтверждаем отказываю отказываем отклоняю отклоняем отвергаю отвергаем отрицаю отрицаем", "прошу|просим|пожалуйста|просьба|прошу вас|просим вас|не могли бы вы",
            "получение получения получил получила получили получено приема");

    private static final Row ARABIC = new Row(Reads.AR,
            Map.of(Word.CONFIRM, "أؤكد نؤكد أأكد أكد تأكيد التأكيد مؤكد", Word.DENY, "أرفض نرفض رفض رفضت رفضنا مرفوض الرفض أنكر ننكر", Word.UNDO, "تراجع التراجع أتراجع نتراجع إلغاء ألغي نلغي", Word.BLOCK, "حظر أحظر حجب أحجب"),
            "السلام عليكم ورحمة الله وبركاته مرحبا السيد السيدة السادة المحترم المحترمة المحترمون المحترمين تحية طيبة شكرا جزيلا لكم نعم مع خالص أطيب التحيات تحياتي التحية الطلب طلب هذا هذه ذلك ذلكم القضية على"
                    + " بهذا بموجبه هنا أيضا أو أنا نحن فريق الأمانة العامة رقم خيار الخيار جوابي جوابنا ردي ردنا هو هي تم ذلك و إلى أن بأن",
            "لا لن لم ليس ليست لست لسنا ما غير بدون دون عدم أبدا مستحيل كلا بلا تعذر يتعذر",
            "إذا لو عندما حين حينما بعد قبل حتى غدا لاحقا قريبا سوف قد ربما هل يمكن يمكنني يمكننا أستطيع نستطيع أريد نريد أود نود أرغب نرغب انتظار بانتظار مطلوب يجب ينبغي ريثما كي كيف متى إلا سأ",
            "أنا نحن أؤكد نؤكد أأكد أرفض نرفض رفضت رفضنا أنكر ننكر", "يرجى|نرجو|أرجو|الرجاء|برجاء|رجاء|من فضلك|من فضلكم|لطفا|نرجو منكم|أرجو منكم|يرجى منكم", "استلام الاستلام استلامي استلامنا استلمت استلمنا وصول وصلني وصلنا");

    private static final Row CHINESE = new Row(Reads.ZH,
            Map.of(Word.CONFIRM, "确认 確認", Word.DENY, "拒绝 拒絕 否认 否認 驳回 駁回", Word.UNDO, "撤销 撤銷 撤消 撤回 取消", Word.BLOCK, "屏蔽 封锁 封鎖 拉黑"),
            "您好 你好 尊敬的 敬启者 敬啟者 各位 谢谢 謝謝 感谢 感謝 多谢 多謝 此致 敬礼 敬禮 顺祝 順祝 商祺 祝好 我 我们 我們 我方 本人 兹 茲 特此 在此 已 已经 已經 了 的 是 是的 对 對 好 好的 该 該 这 這 此 申请 申請"
                    + " 请求 請求 变更 變更 案件 秘书处 秘書處 团队 團隊 和 并 並 以及 也 同时 同時 无误 無誤 回复 回覆 答复 答覆 选项 選項 选择 選擇 选 選 第 号 號 本 上述 以上 内容 內容 信息 資訊 资料 資料 全部 均 都 个 個 予以",
            "不 不能 不可 不予 不同意 无 無 无法 無法 没 沒 没有 沒有 未 尚未 未经 未經 未能 非 勿 别 別 莫 否 难以 難以 从未 從未 拒",
            "如 如果 若 假如 倘若 当 當 等 待 后 後 前 之后 之後 以后 以後 之前 以前 稍后 稍後 明天 明日 晚点 晚點 再 将 將 会 會 能 能否 可 可否 可以 是否 可能 也许 也許 或许 或許 需 需要 须 須 必须 必須 想 希望 要 要求 吗 嗎 么 麼"
                    + " 呢 请问 請問 如何 怎么 怎麼 怎样 怎樣 为何 為何 为什么 為什麼 什么 什麼 一下 除非 直到 尽快 盡快 即将 即將 应 應 应该 應該 打算 准备 準備 谁 誰 哪 何时 何時 一经 一經 让 讓 由 给 給 函 书 書 信 邮件 郵件 号码 號碼 码 碼 单 單 流程 程序",
            "我 我们 我們 我方 本人 兹 茲 特此 在此", "请|請|请您|請您|请你|請你|请予|請予|敬请|敬請|烦请|煩請|麻烦|麻煩|恳请|懇請", "收到 收悉 收讫 收訖 签收 簽收 已阅 已閱 已收 接收");

    static final List<Row> ROWS = List.of(SPANISH, RUSSIAN, ARABIC, CHINESE);

    /// Verdicts that are nouns as well, as in `确认流程`: before other words they decide only when somebody speaks them.
    static final String NOUNS = "确认 確認 拒绝 拒絕 否认 否認 驳回 駁回 撤销 撤銷 撤消 撤回 取消 屏蔽 封锁 封鎖 拉黑 تأكيد التأكيد مؤكد أكد رفض الرفض مرفوض تراجع التراجع إلغاء حظر حجب отказ confirmado confirmada negado"
            + " denegado rechazado подтверждено отказано confirma";

    private LeafletVerdicts() {}
}
