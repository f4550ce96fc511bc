/// The front door in Apache James. It knows James and nothing of the robot: what it matches is stamped with James's findings
/// about the sender and handed on by SMTP, byte for byte, with its envelope.
@org.jspecify.annotations.NullMarked
package tldops.mailets;
