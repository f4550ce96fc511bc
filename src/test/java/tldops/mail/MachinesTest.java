package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tldops.core.Request;

/// Each mark of a machine alone is enough; a soft one gives way to a secret with one clear verdict (MAIL_RULES 18, 18b).
class MachinesTest {
    private static final String TOKEN = "0123456789abcdefghjkmnpqrs";

    @ParameterizedTest
    @ValueSource(strings = {
        "Auto-Submitted: auto-replied", "Auto-Submitted: AUTO-GENERATED; x=y", "Auto-Submitted: auto-notified (x)", "Auto-Submitted: no\nAuto-Submitted: auto-replied", "X-Autoreply: yes", "X-Autorespond: x", "X-Apple-Action: VACATION", "Precedence: auto_reply",
        "Return-Path: <>", "X-TLD-OPS-Robot: x", "X-Loop: tld-ops-request@lists.tld-ops.example", "Message-ID: <a@Lists.TLD-OPS.example>", "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent",
        "Subject: Automatic reply: x", "Subject: Automatische Antwort: x", "Subject: Réponse automatique : x", "Subject: Respuesta automática: x", "Subject: Risposta automatica: x", "Subject: Resposta automática: x", "Subject: Automatisch antwoord: x",
        "Subject: Автоматический ответ: x", "Subject: 自动答复: x", "Subject: 自動返信: x", "Subject: رد تلقائي: x", "Subject: Out of Office: Re: x", "Subject: Abwesenheitsnotiz", "Subject: [Auto-Reply]: x",
        "Subject: Autosvar: x", "Subject: Adam Admin est absent(e).", "Subject: Adam Admin ist außer Haus."})
    void hardMarkMakesItAutomaticEvenWithASecretAndAVerdict(String mark) {
        assertThat(request(mark, "confirm\n\nReference: " + TOKEN)).isInstanceOf(Request.Automatic.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Precedence: bulk", "Precedence: List", "Precedence: junk", "List-Id: <x.nic.example>", "List-Unsubscribe: <mailto:x@nic.example>", "X-Auto-Response-Suppress: OOF, AutoReply", "X-OTRS-Loop: x", "X-Loop: someone@else.example", "Mailing-List: x"})
    void softMarkGivesWayToASecretWithOneVerdict(String mark) {
        assertThat(request(mark, "confirm\n\nReference: " + TOKEN)).isInstanceOf(Request.Answered.class);
        assertThat(request(mark, "confirm\ndeny\n\nReference: " + TOKEN)).isInstanceOf(Request.Automatic.class);
        assertThat(request(mark, "Thank you for your mail.\n\nReference: " + TOKEN)).isInstanceOf(Request.Automatic.class);
        assertThat(request(mark, "confirm")).isInstanceOf(Request.Automatic.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Auto-Submitted: No (really)", "X-Auto-Response-Suppress: None", "Precedence: normal", "Subject: Re: Automatic reply: x", "Subject: Autobahn", "Message-ID: <a@tld-ops.example>", "Subject: Re: Adam is out of the office"})
    void whatOnlyLooksLikeAMarkIsNone(String mark) {
        assertThat(request(mark, "confirm")).isInstanceOf(Request.Answered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noreply", "no-reply", "donotreply", "postmaster", "owner-x", "x-request", "x-owner", "x-bounces", "MAILER-DAEMON"})
    void rolesThatNobodyReadsAreMachines(String local) {
        assertThat(Specimen.read("From: " + local + "@nic.example\n\nconfirm\n").request()).isInstanceOf(Request.Automatic.class);
    }

    @Test
    void postmasterWhoIsAskedMayAnswer() {
        assertThat(Specimen.read("From: postmaster@nic.example\n\nconfirm\n\nReference: " + TOKEN + "\n").request()).isInstanceOf(Request.Answered.class);
    }

    @Test
    void fiftyOneHopsAreALoop() {
        assertThat(request("Received: from a by b\n".repeat(51).strip(), "confirm")).isInstanceOf(Request.Automatic.class);
        assertThat(request("Received: from a by b\n".repeat(50).strip(), "confirm")).isInstanceOf(Request.Answered.class);
    }

    @Test
    void ownAddressesInAnySpellingAreLoops() {
        for (String own : new String[] {"tld-ops@lists.tld-ops.example", "TLD-OPS-Owner@tld-ops.example", "tld-ops-request+x@LISTS.tld-ops.example"}) {
            assertThat(Specimen.read("From: " + own + "\n\nconfirm\n").request()).as(own).isInstanceOf(Request.Automatic.class);
        }
    }

    private static Request request(String mark, String text) {
        return Specimen.read("From: admin@nic.example\n" + mark + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n").request();
    }
}
