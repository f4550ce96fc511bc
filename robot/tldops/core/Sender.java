package tldops.core;

/// The display name and role under which a letter leaves (X05): as in the seed's appendix, always an address of the robot.
public enum Sender {
    SECRETARIAT, VALIDATOR, REQUEST, OWNER;

    /// Who speaks in a letter of this content.
    public static Sender of(Content content) {
        return switch (content) {
            case Content.AuthenticationRequest _, Content.Question _, Content.QuestionReminder _, Content.ReplaceWhom _, Content.WhichTld _ -> VALIDATOR;
            case BulletinContent.NewSubscribers _ -> VALIDATOR;
            case Content.Welcome _ -> REQUEST;
            case Content.Results _, Content.NeutralAnswer _, Content.Help _, Content.ActionQuestion _, Content.ListPassword _, Content.NotUnderstood _ -> OWNER;
            default -> SECRETARIAT;
        };
    }
}
