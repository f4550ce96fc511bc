package tldops.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An HTML mail reads as a person sees it.
class HtmlTextTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "<div style='display:none'>X</div>", "<div style='DISPLAY : none !important'>X</div>", "<span style='visibility:hidden'>X</span>", "<p style='font-size:0'>X</p>", "<p style='font-size:0px;color:red'>X</p>", "<p style='font-size:1px'>X</p>",
        "<font color=white>X</font>", "<span style='color:#fff'>X</span>", "<span style='color: rgb(255, 255, 255)'>X</span>", "<div style='background:#ffffff'><i style='color:white'>X</i></div>", "<p hidden>X</p>", "<script>X</script>",
        "<style>X</style>", "<!-- X -->", "<div style='max-height:0;overflow:hidden'>X</div>", "<p style='opacity:0'>X</p>", "<p style='mso-hide:all'>X</p>", "<style>.h{color:red;display:none}</style><p class=h>X</p>", "<template>X</template>",
        "<div style='position:absolute;left:-9999px'>X</div>", "<title>X</title>", "<div style='display:/**/none'>X</div>"})
    void hiddenTextIsDropped(String hidden) {
        assertThat(text("<html><body><p>confirm</p>" + hidden + "</body></html>").strip()).isEqualTo("confirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<table bgcolor='#003366'><tr><td><font color=white>confirm</font></td></tr></table>", "<p style='font-size:0.9em'>confirm</p>", "<p style='font-size:10px'>confirm</p>", "<div style='border-width:0;overflow:hidden'>confirm</div>",
        "<style>@media print{.h{display:none}}</style><p class=h>confirm</p>", "<p style='opacity:0.8'>confirm</p>", "<a href='http://never.example/deny'>confirm</a>", "<p style='line-height:0;'>confirm</p>"})
    void visibleTextIsKept(String visible) {
        assertThat(text(visible).strip()).isEqualTo("confirm");
    }

    @Test
    void blocksBreaksAndCellsBecomeLinesAndTabs() {
        assertThat(text("<p>one<br>two</p><div>three</div><table><tr><td>Name:</td><td>Noor</td></tr><tr><td>Email:</td><td>n@nic.example</td></tr></table><ul><li>x</li></ul>"))
                .isEqualTo("one\ntwo\n\nthree\nName:\tNoor\nEmail:\tn@nic.example\n- x\n");
    }

    @Test
    void preformattedTextKeepsItsLines() {
        assertThat(text("<pre>a\n  b</pre>")).isEqualTo("a\n  b\n");
    }

    @Test
    void blockquotesGetQuoteMarks() {
        assertThat(text("confirm<blockquote>a<blockquote>b</blockquote></blockquote>deny")).isEqualTo("confirm\n> a\n>> b\ndeny\n");
    }

    @Test
    void everythingBehindOutlooksHeaderBlockIsQuoted() {
        assertThat(text("<div>confirm</div><div id=divRplyFwdMsg><b>From:</b> x</div><div>deny</div>")).isEqualTo("confirm\n> From: x\n> deny\n");
    }

    @Test
    void wordsBetweenGmailsQuotesAreNewlyWritten() {
        String html = "<div class=gmail_quote><div class=gmail_attr>On Monday x wrote:</div><blockquote>a</blockquote><div>confirm</div><blockquote>b</blockquote></div>";

        assertThat(Quoting.split(text(html)).written()).isEqualTo("confirm\n");
    }

    private static String text(String html) {
        return HtmlText.of(html, Texts.MAX);
    }
}
