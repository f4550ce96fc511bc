package tldops.mail;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import tldops.core.Address;
import tldops.core.Clean;
import tldops.core.Member;
import tldops.core.Person;

/// The contacts as vCards for address books and phones (R114, RFC 2426, RFC 6350), marked TLP:AMBER (X26). A card keeps its
/// UID as long as ccTLD and first address stay, so that an address book that reads it again replaces it.
public final class Cards {
    public enum Version {
        V3(VCardVersion.V3_0),
        V4(VCardVersion.V4_0);

        private final VCardVersion known;

        Version(VCardVersion known) {
            this.known = known;
        }
    }

    private Cards() {}

    /// One card after the other, by ccTLD and rank; the same members give the same text.
    ///
    /// @param rev when the cards were last true
    public static String vcards(List<Member> members, Version version, Instant rev) {
        List<VCard> cards = members.stream().sorted(Comparator.comparing(Member::tld).thenComparingInt(Member::rank)).map(member -> card(member, rev)).toList();
        return cards.isEmpty() ? "" : Ezvcard.write(cards).version(version.known).prodId(false).go();
    }

    private static VCard card(Member member, Instant rev) {
        Person person = member.person();
        VCard card = new VCard();
        card.setUid(new Uid("urn:uuid:" + UUID.nameUUIDFromBytes((member.tld().label() + " " + person.address().key()).getBytes(StandardCharsets.UTF_8))));
        card.setFormattedName(Clean.line(person.name()));
        StructuredName name = new StructuredName();
        // which part is the family name nobody told
        name.setFamily(Clean.line(person.name()));
        card.setStructuredName(name);
        Organization organization = new Organization();
        organization.getValues().add("TLD-OPS " + member.tld().display());
        card.setOrganization(organization);
        card.addTitle("SSC #" + member.rank() + " of " + member.tld().display());
        for (int i = 0; i < person.addresses().size(); i++) card.addEmail(email(person.addresses().get(i), i));
        Telephone phone = new Telephone(person.phone().e164());
        phone.getTypes().add(TelephoneType.CELL);
        card.addTelephoneNumber(phone);
        Categories categories = new Categories();
        categories.getValues().addAll(List.of("TLD-OPS", member.tld().display(), RosterCsv.TLP));
        card.addCategories(categories);
        card.addNote(new Note(RosterCsv.TLP + (member.unconfirmed() ? ", to be re-confirmed" : "") + ". Phone as written: " + Clean.line(person.phone().typed())));
        card.addExtendedProperty("X-TLP", RosterCsv.TLP);
        card.setRevision(new Revision(rev));
        return card;
    }

    private static Email email(Address address, int place) {
        Email email = new Email(address.toString());
        email.getTypes().add(EmailType.INTERNET);
        if (place == 0) email.setPref(1);
        return email;
    }
}
