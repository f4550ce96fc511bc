package tldops.mail;

import java.util.List;

/// The words of the subscription template in the leaflet's languages for which there are no letters: Spanish, Arabic,
/// Russian and Chinese, simplified and traditional (R098, N08). They are folded when they are put into the table of [Labels].
final class LeafletLabels {
    static final List<Labels.Row> ROWS = List.of(
            new Labels.Row(Reads.ES,
                    "persona de contacto|persona a contactar|contacto|contacto de seguridad",
                    List.of("principal|primario|primaria|primero|primera", "secundario|secundaria|segundo|segunda", "terciario|terciaria|tercero|tercera|tercer"),
                    "nombre de pila|nombres",
                    "nombre|nombre completo|nombre y apellido|nombre y apellidos|nombres y apellidos|apellido|apellidos|su nombre",
                    "dirección de correo electrónico|direcciones de correo electrónico|correo electrónico|correos electrónicos|dirección de correo|correo|correos|dirección electrónica|dirección de email",
                    "número de teléfono móvil|número de teléfono celular|número de móvil|número de celular|número móvil|teléfono móvil|teléfono celular|móvil|celular|número de teléfono|teléfono|núm de teléfono"
                            + "|no de teléfono|tel móvil|tel celular",
                    "nuestro cctld|mi cctld|el cctld|nombre del cctld|dominio de nivel superior|dominio de nivel superior de código de país|código de país",
                    "(?:el )?contacto administrativo (?:de la |de |ante la |en la )?iana (?:de los|del|de la|de|para el|para)(?: cctlds?)?"),
            new Labels.Row(Reads.AR,
                    "جهة الاتصال|جهة اتصال|شخص الاتصال|الشخص المسؤول عن الاتصال|الشخص المسؤول|مسؤول الاتصال|الشخص الذي يمكن الاتصال به",
                    List.of("الأساسي|الأساسية|أساسي|أساسية|الأول|الأولى|الرئيسي|الرئيسية|رئيسي", "الثانوي|الثانوية|ثانوي|ثانوية|الثاني|الثانية|الاحتياطي|الاحتياطية", "الثالث|الثالثة|ثالث"),
                    "الاسم الأول|الاسم الشخصي",
                    "الاسم|الإسم|اسم|الاسم الكامل|الاسم بالكامل|الاسم واللقب|اللقب|اسم العائلة|الاسم الأول والأخير",
                    "عنوان البريد الإلكتروني|البريد الإلكتروني|عنوان البريد|البريد|بريد إلكتروني|عناوين البريد الإلكتروني|الايميل|الإيميل|ايميل",
                    "رقم الهاتف المحمول|رقم الهاتف الجوال|رقم الهاتف النقال|رقم الهاتف المتحرك|رقم الجوال|رقم المحمول|رقم النقال|رقم الموبايل|الهاتف المحمول|الهاتف الجوال|الهاتف النقال|الجوال|المحمول|النقال"
                            + "|الموبايل|جوال|موبايل|رقم الهاتف|الهاتف|هاتف",
                    "نطاق المستوى الأعلى لرمز البلد|نطاق رمز البلد|نطاق المستوى الأعلى|النطاق|اسم النطاق",
                    "(?:جهة الاتصال الإدارية|جهة الاتصال الإداري|المسؤول الإداري|مسؤول الاتصال الإداري) (?:لدى |في |ل)?iana (?:لنطاق|للنطاق|عن نطاق|الخاص ب|ل)?"),
            new Labels.Row(Reads.RU,
                    "контактное лицо|контакт|ответственное лицо",
                    List.of("основное|основной|первое|первый|первичный|главное|главный", "второе|второй|вторичный|дополнительное|дополнительный|запасное|запасной|резервное|резервный", "третье|третий"),
                    "имя и отчество",
                    "имя|имя и фамилия|фамилия и имя|фамилия имя|имя фамилия|фио|ф и о|фамилия имя отчество|фамилия, имя, отчество|фамилия|полное имя|ваше имя",
                    "адрес электронной почты|электронная почта|электронный адрес|адрес эл почты|эл почта|эл адрес|почта|адрес почты|адреса электронной почты|имейл|емейл",
                    "номер мобильного телефона|номер сотового телефона|мобильный телефон|сотовый телефон|мобильный номер|номер мобильного|мобильный|сотовый|моб телефон|моб тел|моб|номер телефона|телефон|тел",
                    "нвук|домен|название домена|национальный домен верхнего уровня|национальный домен|домен верхнего уровня|наш домен|мой домен|наш cctld|мой cctld",
                    "административный контакт (?:в )?iana (?:для домена|домена|для|cctld)?|контактное лицо по административным вопросам (?:в )?iana (?:для домена|домена|для|cctld)?"),
            new Labels.Row(Reads.ZH,
                    "联系人|聯繫人|聯絡人|联络人|聯系人|聯係人",
                    List.of("主要|首要|第一|主", "次要|第二|次|备用|備用", "第三"),
                    "名|名字",
                    "姓名|全名|联系人姓名|聯絡人姓名|您的姓名|中文姓名|姓",
                    "电子邮件地址|电子邮件|电子邮箱地址|电子邮箱|邮箱地址|邮箱|邮件地址|邮件|電子郵件地址|電子郵件|電子郵箱|電子信箱|郵件地址|郵箱|信箱",
                    "移动电话号码|移动电话|手机号码|手机号|手机|移动号码|電話號碼|行動電話號碼|行動電話|手機號碼|手機|移動電話號碼|移動電話|电话号码|电话|電話|联系电话|聯絡電話",
                    "国家和地区顶级域名|国家代码顶级域名|国家顶级域|国家顶级域名|顶级域名|顶级域|國家代碼頂級域名|國家頂級域名|頂級網域|域名|我们的cctld|cctld名称",
                    "iana ?(?:的)?(?:管理联系人|行政联系人|管理聯絡人|行政聯絡人)[,:]?(?:代表)?"));

    private LeafletLabels() {}
}
