package tldops.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tldops.core.Rules.Password;
import tldops.core.Rules.SenderPolicy;
import tldops.core.Standing.Asks;
import tldops.core.Standing.Proof;
import tldops.core.Standing.Relation;
import tldops.core.Standing.Then;

class StandingTest {
    private static final EnumSet<Then> ACTS = EnumSet.of(Then.ACT, Then.ACT_PROVISIONALLY);

    @ParameterizedTest
    @EnumSource(Rules.Proof.class)
    void aFromHeaderAloneNeverActs(Rules.Proof policy) {
        for (Relation relation : Relation.values())
            for (Asks asks : Asks.values()) assertThat(then(relation, asks, Proof.NONE, policy)).as(relation + " " + asks).isNotIn(ACTS); // P2
    }

    @ParameterizedTest
    @EnumSource(Rules.Proof.class)
    void aMailThatFailedNeverActsWithOrWithoutASecret(Rules.Proof policy) {
        for (Relation relation : Relation.values())
            for (Asks asks : Asks.values()) assertThat(then(relation, asks, Proof.FAILED, policy)).as(relation + " " + asks).isNotIn(ACTS); // P2
    }

    @ParameterizedTest
    @EnumSource(Rules.Proof.class)
    void onlyTheAdminContactAdmitsAnybody(Rules.Proof policy) {
        for (Relation relation : EnumSet.complementOf(EnumSet.of(Relation.ADMIN_CONTACT)))
            for (Proof proof : Proof.values())
                for (Asks asks : EnumSet.of(Asks.ADMIT, Asks.ANSWER, Asks.UNDO, Asks.UNDO_PROVISIONAL)) assertThat(then(relation, asks, proof, policy)).as(relation + " " + asks + " " + proof).isNotIn(registered(relation, asks, proof) ? EnumSet.noneOf(Then.class) : ACTS); // R024, X02
    }

    /// What a delegate may do that the admin contact has registered, and the technical contact where the house hears it.
    private static boolean registered(Relation relation, Asks asks, Proof proof) {
        boolean tech = relation == Relation.TECH && (proof == Proof.BOTH ? asks == Asks.ADMIT || asks == Asks.ANSWER : asks == Asks.ANSWER && proof == Proof.TOKEN);
        return tech || (relation == Relation.DELEGATE && asks == Asks.ADMIT && proof == Proof.BOTH);
    }

    @ParameterizedTest
    @EnumSource(Rules.Proof.class)
    void theTechnicalContactActsOnNoMoreThanTheAdminContactAndNeverUndoesDelegatesOrOversees(Rules.Proof policy) {
        for (Proof proof : Proof.values()) {
            for (Asks asks : EnumSet.of(Asks.ADMIT, Asks.ANSWER, Asks.MODIFY)) {
                if (ACTS.contains(then(Relation.TECH, asks, proof, policy))) assertThat(then(Relation.ADMIN_CONTACT, asks, proof, policy)).as(asks + " " + proof).satisfiesAnyOf(
                        then -> assertThat(then).isEqualTo(then(Relation.TECH, asks, proof, policy)), then -> assertThat(then).isEqualTo(Then.ACT)); // X03
            }
            for (Asks asks : EnumSet.complementOf(EnumSet.of(Asks.ADMIT, Asks.ANSWER, Asks.MODIFY)))
                assertThat(then(Relation.TECH, asks, proof, policy)).as(asks + " " + proof).isIn(Then.REFUSE, Then.SILENCE); // X03
        }
    }

    @Test
    void aSecretAloneOfTheTechnicalContactIsNotEnoughInTheCoolDown() {
        assertThat(then(Relation.TECH, Asks.ANSWER, Proof.TOKEN, Rules.Proof.ASK)).isEqualTo(Then.ACT_PROVISIONALLY); // X03
        assertThat(then(Relation.TECH, Asks.ANSWER, Proof.TOKEN, Rules.Proof.BOTH)).isEqualTo(Then.QUESTION); // N03
    }

    @ParameterizedTest
    @EnumSource(Rules.Proof.class)
    void aDelegateNeedsBothProofsUnderEveryPolicyAndNeverUndoesOrDelegates(Rules.Proof policy) {
        for (Proof proof : EnumSet.complementOf(EnumSet.of(Proof.BOTH))) assertThat(then(Relation.DELEGATE, Asks.ADMIT, proof, policy)).as(proof.name()).isNotIn(ACTS); // X31
        for (Proof proof : Proof.values())
            for (Asks asks : EnumSet.of(Asks.UNDO, Asks.UNDO_PROVISIONAL, Asks.DELEGATE_SOMEBODY, Asks.UNDELEGATE, Asks.ANSWER)) assertThat(then(Relation.DELEGATE, asks, proof, policy)).as(asks + " " + proof).isNotIn(ACTS); // X31
    }

    @ParameterizedTest
    @EnumSource(Rules.Proof.class)
    void nobodyBecomesADelegateWithoutBothProofsOfTheAdminContact(Rules.Proof policy) {
        for (Proof proof : EnumSet.complementOf(EnumSet.of(Proof.BOTH, Proof.SIGNED))) assertThat(then(Relation.ADMIN_CONTACT, Asks.DELEGATE_SOMEBODY, proof, policy)).as(proof.name()).isNotIn(ACTS); // N23
        assertThat(then(Relation.ADMIN_CONTACT, Asks.DELEGATE_SOMEBODY, Proof.BOTH, policy)).isEqualTo(Then.ACT); // N23
    }

    @ParameterizedTest
    @EnumSource(Rules.Proof.class)
    void rule_10_pass_signature_of_the_admin_contact_does_what_both_proofs_do_wherever_there_is_a_secret(Rules.Proof policy) {
        for (Asks asks : EnumSet.of(Asks.ADMIT, Asks.ANSWER, Asks.UNDO, Asks.UNDO_PROVISIONAL, Asks.DELEGATE_SOMEBODY))
            assertThat(then(Relation.ADMIN_CONTACT, asks, Proof.SIGNED, policy)).as(asks.name()).isEqualTo(Then.ACT).isEqualTo(then(Relation.ADMIN_CONTACT, asks, Proof.BOTH, policy)); // R012
    }

    @ParameterizedTest
    @EnumSource(Rules.Proof.class)
    void rule_10_near_miss_signature_of_anybody_else_does_nothing(Rules.Proof policy) {
        for (Relation relation : EnumSet.complementOf(EnumSet.of(Relation.ADMIN_CONTACT)))
            for (Asks asks : Asks.values()) assertThat(then(relation, asks, Proof.SIGNED, policy)).as(relation + " " + asks).isEqualTo(Then.REFUSE); // R012
    }

    @Test
    void oneProofIsAQuestionAndBothActUnlessConfiguredOtherwise() {
        assertThat(then(Relation.ADMIN_CONTACT, Asks.ADMIT, Proof.BOTH, Rules.Proof.ASK)).isEqualTo(Then.ACT); // P2
        assertThat(then(Relation.ADMIN_CONTACT, Asks.ADMIT, Proof.TOKEN, Rules.Proof.ASK)).isEqualTo(Then.QUESTION); // P2
        assertThat(then(Relation.ADMIN_CONTACT, Asks.ADMIT, Proof.AUTHENTICATED, Rules.Proof.ASK)).isEqualTo(Then.QUESTION); // P2
        assertThat(then(Relation.ADMIN_CONTACT, Asks.ADMIT, Proof.AUTHENTICATED, Rules.Proof.EITHER)).isEqualTo(Then.ACT); // P2
        assertThat(then(Relation.ADMIN_CONTACT, Asks.ANSWER, Proof.TOKEN, Rules.Proof.ASK)).isEqualTo(Then.ACT_PROVISIONALLY); // P6
        assertThat(then(Relation.ADMIN_CONTACT, Asks.ANSWER, Proof.TOKEN, Rules.Proof.BOTH)).isEqualTo(Then.QUESTION); // P2
    }

    @Test
    void theSecretariatJudgesOnlyAuthenticatedWithItsSecret() {
        for (Proof proof : EnumSet.complementOf(EnumSet.of(Proof.BOTH)))
            assertThat(then(Relation.SECRETARIAT, Asks.OVERSEE, proof, Rules.Proof.EITHER)).as(proof.name()).isNotIn(ACTS); // P3
        assertThat(then(Relation.SECRETARIAT, Asks.OVERSEE, Proof.BOTH, Rules.Proof.ASK)).isEqualTo(Then.ACT); // P3
    }

    private static Then then(Relation relation, Asks asks, Proof proof, Rules.Proof policy) {
        return Standing.of(relation, asks, proof, new Rules.Trust(policy, SenderPolicy.FROM_OR_CC, Password.OPTIONAL));
    }
}
