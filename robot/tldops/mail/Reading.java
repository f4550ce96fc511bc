package tldops.mail;

import java.util.List;
import tldops.core.Mail;
import tldops.core.Request;

/// What a mail reads as: who and with which secrets, what it asks for, and its header in the order of the mail for those
/// who judge the sender.
///
/// @param headers of the mail as it came in, also when an inner mail was read (X06)
public record Reading(Mail mail, Request request, List<Header> headers) {}
