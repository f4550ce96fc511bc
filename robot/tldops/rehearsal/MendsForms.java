package tldops.rehearsal;

import java.util.Optional;
import tldops.core.Content;
import tldops.core.Letter;

/// Whoever sent a form with a fault mends it when it comes back, or leaves it.
record MendsForms() implements Habit {
    @Override
    public boolean on(Human self, Letter letter, World world) {
        boolean form = letter.content() instanceof Content.Correction || (letter.content() instanceof Content.AskedBack back && back.expected() == Content.Expected.FORM);
        if (!form) return false;
        if (self.wish.isEmpty() || !world.chance(self.temper.care())) return true;
        Human.Wish wish = self.wish.get();
        world.later(world.about(self.temper.pace()), () -> {
            // a form that names no ccTLD is for the one that he was asked about
            wish.tld().or(() -> letter.content() instanceof Content.AskedBack back ? back.tld() : Optional.empty()).ifPresent(tld -> FillsInForms.says(self, tld, wish.people(), world));
            world.answer(self, letter, Pen.form(wish.people(), wish.tld(), true));
        });
        return true;
    }
}
