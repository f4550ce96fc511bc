package tldops.core;

/// A language we write letters in; the tag names the folder of templates.
public enum Language {
    EN("en"),
    FR("fr");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
