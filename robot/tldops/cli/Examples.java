package tldops.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Each command as people type it, and what that does: shown by `tldops help COMMAND` and in the manual pages.
final class Examples {
    /// @param typed the whole line
    record Example(String typed, String meaning) {}

    private static final Map<String, List<Example>> ALL = read("""
            tldops
              tldops invite nl fr | Ask two admin contacts for their security contacts:
              tldops cases | See what is under way:
              tldops why nl | Read how the entry of .nl came to be:
            tldops run
              tldops --config /etc/tldops/tldops.conf run | Run it in the foreground, as the systemd unit does:
            tldops demo
              tldops demo | Watch a ccTLD join, with invented people, on this machine alone:
            tldops check-config
              tldops --config my.conf check-config | Before a restart, see whether a changed file is good:
              tldops --config my.conf check-config --json | The same for a program:
            tldops invite
              tldops invite nl | Ask the admin contact of .nl:
              tldops invite nl fr | Ask two at once; each gets a letter of its own:
            tldops batches
              tldops batches | Who was invited when, and who is next:
            tldops batches start
              tldops batches start | After a look at the lists of the test batches, begin:
            tldops batches hold
              tldops batches hold | Before holidays of your own:
            tldops batches resume
              tldops batches resume | Afterwards:
            tldops batches exclude
              tldops batches exclude aq .bv | Leave two ccTLDs without a registry alone:
            tldops batches include
              tldops batches include aq | It has one now:
            tldops missing
              tldops missing --json | For the page on which people look whether their ccTLD is there:
            tldops guests
              tldops guests | Who reads or writes without being an SSC:
            tldops guest
              tldops guest | The same as tldops guests:
            tldops guest add
              tldops guest add olga@group.example --name Olga --role observer --roster --until 2027-06-30 | Let a member of the working group read along:
              tldops guest add alerts@team.example --name Alerts --role poster | Let somebody write alerts for all:
            tldops guest remove
              tldops guest remove olga@group.example | Say goodbye:
            tldops key
              tldops key | The same as tldops key list:
            tldops key list
              tldops key list | Which keys are on file:
            tldops key add
              tldops key add .nl hostmaster.pem | Let answers count that the admin contact of .nl signed with it:
              tldops key add .nl - < hostmaster.asc | The same with an OpenPGP key:
            tldops key remove
              tldops key remove .nl 4B5A6978 | Let its signatures count no more:
            tldops members
              tldops members | All contacts:
              tldops members nl .fr --json | Those of two ccTLDs, for a program:
            tldops cases
              tldops cases | What waits, and for whom:
              tldops cases --all | Also what has ended:
            tldops case
              tldops case 7 | Show case 7:
              tldops case 7 release | Ask the IANA address of a held case again:
              tldops case 7 extend --days 10 | Wait ten more working days:
              tldops case 7 close | End it and tell whoever asked:
            tldops undo
              tldops undo 7 | Take back what case 7 has done, for its admin contact:
            tldops directory
              tldops directory | Which ccTLDs have a contact, and how many:
              tldops directory --json | The same for a program:
            tldops reach
              tldops reach .nl | What would help .nl most:
            tldops posts
              tldops posts | What went to all lately, and who did not get it:
              tldops posts --json | The same for a program:
            tldops iana
              tldops iana nl | Whose answers count for .nl today, and whether RDAP and WHOIS agree:
            tldops why
              tldops why nl | Every step of the entry of .nl:
            tldops inbox
              tldops inbox | What waits or was set aside, with the reason:
            tldops inbox list
              tldops inbox list --all | Also what is done:
            tldops inbox show
              tldops inbox show 12 | Read mail 12 and what became of it:
            tldops inbox retry
              tldops inbox retry 12 | Once the reason is gone, handle mail 12 again:
            tldops inbox drop
              tldops inbox drop 12 | Close the matter of mail 12 for good:
            tldops outbox
              tldops outbox | What has not left yet, and what the relay said:
            tldops outbox list
              tldops outbox list --all | Also what has left:
            tldops outbox show
              tldops outbox show 30 | Read letter 30:
            tldops outbox release
              tldops outbox release | After looking why so many letters were to leave, let them go:
            tldops journal
              tldops journal | The last fifty decisions:
            tldops journal list
              tldops journal list --last 10 | The last ten:
            tldops journal verify
              tldops journal verify | See that no line was changed, once a week by cron:
            tldops health
              tldops health | All vital signs, for a person:
              tldops health --json | The same for a monitor, which also sees it from the exit code:
            tldops doctor
              tldops doctor | After a change of the mail server or the DNS, try everything:
              tldops doctor --send --wait 120 | Also see that mail to each of its addresses comes back in:
            tldops watch
              tldops watch | Whose admin contact is another one, or seems to be?
              tldops watch --all --json | Whom IANA names for each ccTLD, for a program:
            tldops clock
              tldops clock | Is the clock believed, and what waits for it?
            tldops clock accept
              tldops clock accept | After looking at a clock, say that it is right:
            tldops backup
              tldops backup /var/backups/tldops/today.zip --force | Every night by cron:
            tldops restore
              tldops restore /var/backups/tldops/today.zip --force | With the robot stopped, put it in the place of what is there:
            tldops import
              tldops import roster.txt | See what would be taken over, and what can not be read:
              tldops import roster.txt --go | Take it over; each new contact gets a letter:
            tldops export
              tldops export csv --output contacts.csv | All contacts, for a spreadsheet:
              tldops export vcard nl .fr | Two ccTLDs, for an address book:
              tldops export json | For a program:
            tldops duties
              tldops duties | When each duty ran and runs next:
            tldops duty
              tldops duty deadlines | Look at reminders and failures now:
              tldops duty deadlines --at 2027-01-18T09:00Z | The same as if it were a certain time:
            tldops explain
              tldops explain mail.eml | Why was this mail answered as it was?
              tldops explain - < mail.eml | The same from standard input:
            tldops forecast
              tldops forecast | What will leave within thirty days if nobody answers?
              tldops forecast 2w --json | The same of two weeks, for a program:
            tldops simulate
              tldops simulate | See ten years of all ccTLDs, month by month:
              tldops simulate --years 1 --seed 7 --cctlds 60 | A short one that is the same each time:
            tldops deliver
              tldops deliver --from jan@registry.example --to tld-ops-request@lists.example < mail.eml | Hand over a mail in a file:
            tldops completion
              tldops completion bash > /etc/bash_completion.d/tldops | For everybody, where no package did it:
            tldops manual
              tldops manual /usr/local/share/man | Write all pages into man1 and man5 of that folder:
            tldops help
              tldops help invite | What `invite` takes and does:
            """);

    private Examples() {}

    /// @param command with the word before it: `tldops inbox show`
    static List<Example> of(String command) {
        return ALL.getOrDefault(command, List.of());
    }

    /// As the help text shows them.
    static String[] footer(String command) {
        return of(command).stream().flatMap(each -> Stream.of("  " + each.meaning(), "    " + each.typed())).toArray(String[]::new);
    }

    private static Map<String, List<Example>> read(String table) {
        Map<String, List<Example>> all = new LinkedHashMap<>();
        String command = "";
        for (String line : table.lines().toList()) {
            if (!line.startsWith(" ")) command = line;
            else {
                int bar = line.lastIndexOf(" | ");
                all.merge(command, List.of(new Example(line.substring(0, bar).strip(), line.substring(bar + 3))), (old, more) -> Stream.concat(old.stream(), more.stream()).toList());
            }
        }
        return all;
    }
}
