package tldops.mail;

import tldops.core.Language;

/// A language that is understood on the way in: those of the leaflet (R098, N08). Letters are written in fewer; who writes
/// in one that has no templates is answered in English.
enum Reads {
    EN(Language.EN),
    FR(Language.FR),
    ES(Language.EN),
    AR(Language.EN),
    RU(Language.EN),
    ZH(Language.EN);

    private final Language answered;

    Reads(Language answered) {
        this.answered = answered;
    }

    /// The language of the answer.
    Language answered() {
        return answered;
    }
}
