package tldops.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Scripts;

/// What looks the same has one skeleton (UTS 39), and our own short ways give what Unicode's tables give.
class ConfusablesTest {
    private static final String IN_ADDRESSES = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&*+/=?^_{|}~.-@";

    @ParameterizedTest
    @CsvSource({"registry.example, reg\u0456stry.example", "paypal, \u0440\u0430\u0443\u0440\u0430l", "modern, rnodern", "host1, hostl", "g00gle, google", "HostMaster, hostmaster", "nic, n\u0131c"})
    void rule_8_attack_what_looks_the_same_has_one_skeleton(String one, String other) {
        assertThat(Confusables.skeleton(one)).isEqualTo(Confusables.skeleton(other));
    }

    @ParameterizedTest
    @CsvSource({"registry, registri", "b\u00fccher, bucher", "nic, nlc", "registry.example, registry.test"})
    void rule_8_near_miss_what_does_not_look_the_same_has_another(String one, String other) {
        assertThat(Confusables.skeleton(one)).isNotEqualTo(Confusables.skeleton(other));
    }

    @Test
    void rule_8_pass_plain_letters_have_the_skeleton_of_the_tables() {
        for (char one : IN_ADDRESSES.toCharArray()) assertThat(Confusables.skeleton("" + one)).as("%s", one).isEqualTo(Confusables.unicode("" + one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry", "b\u00fccher", "\u043f\u0440\u0438\u043c\u0435\u0440", "reg\u0456stry", "\u0430pple", "\u65e5\u672c\u8a9e\u304b\u306a\u30ab\u30ca", "\u65e5\u672cABC", "\ud55c\uad6dabc", "\u0639\u0631\u0628\u064a", "\u03b1bc", "a\u0301bc", "x1-2", "\u043f\u0440\u0438\u043c\u0435\u04401", "\u0e44\u0e17\u0e22a"})
    void rule_8_pass_one_word_is_mixed_where_unicode_says_so(String word) {
        SpoofChecker.RestrictionLevel level = restriction(word);

        assertThat(Scripts.mixed(word)).as("%s is %s", word, level).isEqualTo(level.compareTo(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE) > 0);
    }

    private static SpoofChecker.RestrictionLevel restriction(String word) {
        SpoofChecker.CheckResult result = new SpoofChecker.CheckResult();
        new SpoofChecker.Builder().setChecks(SpoofChecker.RESTRICTION_LEVEL).setRestrictionLevel(SpoofChecker.RestrictionLevel.ASCII).build().failsChecks(word, result);
        return result.restrictionLevel;
    }
}
