/// The front door in Apache James. It knows James and nothing of the robot: what it matches is
/// handed on as raw bytes with its envelope, by James's own remote delivery.
@org.jspecify.annotations.NullMarked
package tldops.mailets;
