package tldops.core;

/// The display name and role under which a letter leaves (X05): as in the seed's appendix, always an address of the robot.
public enum Sender {
    SECRETARIAT, VALIDATOR, REQUEST, OWNER;

    /// Who speaks in a letter of this content.
    public static Sender of(Content content) {
        return switch (content) {
            case Content.AuthenticationRequest _, Content.Question _, Content.QuestionReminder _, Content.ReplaceWhom _, Content.WhichTld _, ChangeContent.ModifyForm _, ReachContent.Replacement _, ChangeContent.ChangeQuestion _, ChangeContent.DelegateQuestion _, CheckContent.SilentContacts _ -> VALIDATOR;
            case Content.Welcome _, ChangeContent.AddressChanged _, ChangeContent.Returned _, PostContent.DailyDigest _ -> REQUEST;
            case Content.Results _, Content.NeutralAnswer _, Content.Help _, Content.ActionQuestion _, Content.ListPassword _, Content.NotUnderstood _, PostContent _ -> OWNER;
            case OptionContent.MyData _, OptionContent.ForgetQuestion _, OptionContent.UrgentCall _, OptionContent.UrgentNews _, OptionContent.UrgentThanks _ -> OWNER;
            case BulletinContent.NewSubscribers _ -> VALIDATOR;
            default -> SECRETARIAT;
        };
    }
}
