package tldops.mail;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of the subscription template, one row per language, folded as [Folded] does: the labels of the seeds
/// first, then what people make of them (R073, R077, R088, R089, R097, N08).
final class Labels {
    enum Kind { GIVEN, NAME, EMAIL, PHONE, TLD }

    /// @param ranks words for first, second and third, in this order
    /// @param signature what stands before the ccTLD where the admin contact signs (R088)
    record Row(Reads language, String contact, List<String> ranks, String given, String name, String email, String phone, String tld, String signature) {}

    private static final List<Row> OWN = List.of(
            new Row(Reads.EN,
                    "contact person|contact|person|security contact|ssc",
                    List.of("primary", "secondary", "third|tertiary"),
                    "first name|given name|forename",
                    "name|full name|contact name|your name|last name|surname|family name|name and surname",
                    "email address|e-mail address|email|e-mail|mail address|mail|email addresses|e-mail addresses|emails|e-mails|your email address",
                    "mobile phone number|mobile phone|mobile number|mobile|mobile telephone number|mobile telephone|phone number|phone|telephone number|telephone|tel|cell phone number"
                            + "|cell phone|cell number|cellphone|cell|gsm|mobile tel|mob",
                    "cctld|cctlds|tld|tlds|cctld name|my cctld|our cctld|country code tld|country code top-level domain|claims to be responsible for the security and stability of"
                            + "|claims to be responsible for the overall security and stability of",
                    "(?:the )?iana admin(?:istrative)? contact (?:of|for)(?: the)?|(?:the )?admin(?:istrative)? contact at iana (?:of|for)(?: the)?"),
            new Row(Reads.FR,
                    "personne a contacter|personne a contacter en cas d'incident|contact|personne",
                    List.of("primaire|principal|principale", "secondaire", "tertiaire|troisieme"),
                    "prenom|prenoms",
                    "nom|nom complet|nom et prenom|prenom et nom|nom prenom|prenom nom|nom, prenom|nom de famille|votre nom",
                    "adresse electronique|adresse e-mail|adresse email|adresse mail|adresse de courriel|adresse courriel|adresse de courrier electronique|courrier electronique|courriel|mel"
                            + "|adresses electroniques|adresse de messagerie",
                    "numero de telephone portable|numero de telephone mobile|numero de portable|numero de mobile|numero de telephone|numero portable|telephone portable|telephone mobile"
                            + "|telephone|portable|tel portable|tel mobile|no de telephone portable|no de telephone|no de portable|n de telephone portable",
                    "cctld|cctlds|le cctld|mon cctld|notre cctld|nom du cctld|nom de domaine de premier niveau|affirme etre responsable de la securite et de la stabilite de"
                            + "|dit etre responsable de la securite et de la stabilite de",
                    "(?:le )?contact administratif (?:de l'|aupres de l'|a l')iana (?:du|des|de la|de|pour le|pour)(?: cctlds?)?"));

    private static final List<Row> TABLE = Stream.concat(OWN.stream(), LeafletLabels.ROWS.stream().map(Labels::folded)).toList();

    private static Row folded(Row row) {
        return new Row(row.language, Folded.of(row.contact), row.ranks.stream().map(Folded::of).toList(), Folded.of(row.given), Folded.of(row.name), Folded.of(row.email), Folded.of(row.phone),
                Folded.of(row.tld), Folded.of(row.signature));
    }

    /// @param kind what the label asks for
    /// @param languages in which it is a label
    /// @param word the label, folded
    record Label(Kind kind, Set<Reads> languages, String word) {
        /// A label as it stands in the templates of the seeds; signatures use shorter words.
        boolean exact() {
            return EXACT.contains(word);
        }

        /// Says that the number is a mobile one.
        boolean mobile() {
            return MOBILE.matcher(word).find();
        }
    }

    /// @param number 1 = primary
    /// @param rest what follows the heading on its line
    record Heading(int number, Set<Reads> languages, String rest) {}

    private static final Set<String> EXACT = Set.of("name", "email address", "mobile phone number", "cctld", "nom", "adresse electronique", "numero de telephone portable");
    private static final Pattern MOBILE = Pattern.compile("mob|movil|celular|portable|cell|gsm|моб|сотов|جوال|محمول|نقال|متحرك|موبايل|手机|手機|移动|移動|行動");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");
    private static final Pattern EDGES = Pattern.compile("^[\\s*_'\"|.=-]+|[\\s*_'\"|.:?=-]+$");
    private static final Pattern NUMBERED = Pattern.compile("\\s*[#.]?\\d{1,2}$");
    private static final String RANKS = TABLE.stream().flatMap(row -> row.ranks.stream()).collect(Collectors.joining("|"));
    private static final Pattern HEADING = Pattern.compile("(?<contact>" + TABLE.stream().map(Row::contact).collect(Collectors.joining("|")) + ")"
            + "\\s*(?:(?:no|nr|num|number|numero|n|n\\.\\s?o|номер|رقم|第|号|號)?\\.?\\s*#?\\s*(?<number>\\d{1,2}))?\\s*[,-]?\\s*(?:[(\\[]?\\s*(?<rank>" + RANKS + ")\\s*(?:contact)?\\s*[)\\]]?)?\\s*(?<end>:.*|[.)*_\\s-]*)");
    /// `第一联系人：`, `Второе контактное лицо:`: the rank first.
    private static final Pattern RANK_FIRST = Pattern.compile("(?:第\\s*(?<number>\\d{1,2})|(?<rank>" + LeafletLabels.ROWS.stream().map(Labels::folded).flatMap(row -> row.ranks.stream()).collect(Collectors.joining("|")) + "))"
            + "\\s*(?<contact>" + LeafletLabels.ROWS.stream().map(Labels::folded).map(Row::contact).collect(Collectors.joining("|")) + ")\\s*(?<end>:.*|[.)*_\\s-]*)");
    private static final Pattern SIGNATURE = Pattern.compile("(?:" + TABLE.stream().map(Row::signature).collect(Collectors.joining("|")) + ")\\s*:?\\s*(?<=[\\s:]|[^\\x00-\\x7f])(?<tlds>.{1,200})");

    private static final Map<String, Label> LABELS = labels();

    private Labels() {}

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new HashMap<>();
        for (Row row : TABLE) {
            Map<Kind, String> words = Map.of(Kind.GIVEN, row.given, Kind.NAME, row.name, Kind.EMAIL, row.email, Kind.PHONE, row.phone, Kind.TLD, row.tld);
            words.forEach((kind, list) -> {
                for (String word : list.split("\\|")) {
                    Set<Reads> languages = EnumSet.of(row.language);
                    Optional.ofNullable(labels.get(word)).ifPresent(other -> languages.addAll(other.languages));
                    labels.put(word, new Label(kind, Set.copyOf(languages), word));
                }
            });
        }
        return Map.copyOf(labels);
    }

    /// The label that this piece of a line is: parentheses, stars, quotes, a number behind it and the colon are forgiven.
    static Optional<Label> label(String piece) {
        String word = EDGES.matcher(PARENTHESES.matcher(Folded.of(piece)).replaceAll(" ")).replaceAll("");
        word = EDGES.matcher(NUMBERED.matcher(word.replace(".", "")).replaceAll("")).replaceAll("").replaceAll(" {2,}", " ");
        return Optional.ofNullable(LABELS.get(word));
    }

    /// Whether a longer label begins with this whole line, so that the rest may stand on the next one.
    static boolean begins(String line) {
        String start = Folded.of(line) + " ";
        return start.length() > 8 && LABELS.keySet().stream().anyMatch(label -> label.startsWith(start));
    }

    /// `Contact Person #2 (secondary):`, `Personne à contacter nº2 (secondaire) :` and their like.
    static Optional<Heading> heading(String line) {
        String folded = Folded.of(line).replaceAll("^[#*=_\\s-]+", "");
        String bare = EDGES.matcher(folded).replaceAll("") + (folded.endsWith(":") ? ":" : "");
        Matcher found = HEADING.matcher(bare);
        if (!found.matches()) found = RANK_FIRST.matcher(bare);
        if (!found.matches() || (found.group("number") == null && found.group("rank") == null)) return Optional.empty();
        int number = found.group("number") != null ? Integer.parseInt(found.group("number")) : rank(found.group("rank"));
        String contact = found.group("contact");
        Set<Reads> languages = TABLE.stream().filter(row -> List.of(row.contact.split("\\|")).contains(contact)).map(Row::language).collect(Collectors.toSet());
        int rest = Math.max(line.indexOf(':'), line.indexOf('：')) + 1;
        return Optional.of(new Heading(Math.max(1, number), languages, found.group("end").startsWith(":") && rest > 0 ? line.substring(rest).strip() : ""));
    }

    private static int rank(String word) {
        for (Row row : TABLE) {
            for (int i = 0; i < row.ranks.size(); i++) if (List.of(row.ranks.get(i).split("\\|")).contains(word)) return i + 1;
        }
        return 1;
    }

    /// What stands behind `Le contact administratif de l'IANA du` at the end of the leaflet's form.
    static Optional<String> signature(String line) {
        Matcher found = SIGNATURE.matcher(Folded.of(line));
        return found.matches() ? Optional.of(found.group("tlds")) : Optional.empty();
    }
}
