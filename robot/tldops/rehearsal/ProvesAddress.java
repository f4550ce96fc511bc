package tldops.rehearsal;

import tldops.core.Content;
import tldops.core.Letter;
import tldops.core.Request;

/// A new SSC answers his welcome with a thank-you, which proves his address (L38). Some never do.
record ProvesAddress() implements Habit {
    @Override
    public boolean on(Human self, Letter letter, World world) {
        if (!(letter.content() instanceof Content.Welcome)) return false;
        if (world.chance(self.temper.care())) world.later(world.about(self.temper.pace()), () -> world.answer(self, letter, new Request.Unclear("thank you")));
        return true;
    }
}
